import type { Tip } from 'oo-client';
import { strings } from './strings';
import { reasonsInWords } from './words';

/** The largest reasons for a tip, when asked for. */
export function Why({ tip }: { tip: Tip }) {
  const sentences = reasonsInWords(tip.why.reasons, tip);
  return (
    <details class="why" data-testid="why">
      <summary>{strings.why.title}</summary>
      {sentences.length === 0 ? (
        <p>{strings.why.none}</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </details>
  );
}
