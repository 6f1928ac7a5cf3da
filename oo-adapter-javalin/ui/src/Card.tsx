import type { Tip } from 'oo-client';
import { dueInWords, listInWords, minutesInWords } from './dates';
import { Heading } from './Heading';
import { Key } from './Key';
import { Snooze } from './Snooze';
import { strings } from './strings';
import { isSuggested } from './suggestions';
import type { Presses } from './useTips';
import { webLink } from './links';
import { Why } from './Why';
import { sourceName } from './words';

interface Props {
  tip: Tip;
  ready: boolean;
  snoozing: boolean;
  setSnoozing: (on: boolean) => void;
  presses: Pick<Presses, 'react' | 'snooze'>;
}

/** One tip and what can be done about it. */
export function Card({ tip, ready, snoozing, setSnoozing, presses }: Props) {
  return (
    <article class={isSuggested(tip) ? 'card suggested' : 'card'} aria-labelledby="tip">
      <div class="tip">
        <Origin tip={tip} />
        <Heading id="tip" testId="tip-title" length={lengthOf(tip.title)}>
          {tip.title}
        </Heading>
        <Chips tip={tip} />
        <Notes tip={tip} />
        <Why tip={tip} />
      </div>
      <div class="actions">
        <button
          class="primary"
          data-testid="done"
          disabled={!ready}
          aria-keyshortcuts="d Enter"
          onClick={() => presses.react('done')}
        >
          {strings.card.done} <Key name="d" />
        </button>
        <Snooze
          ready={ready}
          open={snoozing}
          setOpen={setSnoozing}
          onPick={presses.snooze}
        />
        <button
          class="quiet"
          data-testid="dismiss"
          disabled={!ready}
          aria-keyshortcuts="x"
          onClick={() => presses.react('dismiss')}
        >
          {strings.card.dismiss} <Key name="x" />
        </button>
      </div>
    </article>
  );
}

function lengthOf(title: string) {
  if (title.length > 180) return 'longest';
  return title.length > 70 ? 'long' : 'short';
}

function Origin({ tip }: { tip: Tip }) {
  const source = sourceName(tip.source);
  const href = webLink(tip.link);
  return (
    <p class="origin">
      {href ? (
        <a class="badge" href={href} target="_blank" rel="noopener noreferrer" title={strings.card.open(source)}>
          {source}
          <span class="unseen">, {strings.card.newTab}</span>
        </a>
      ) : (
        <span class="badge">{source}</span>
      )}
      <span dir="auto">{tip.kind}</span>
    </p>
  );
}

function Chips({ tip }: { tip: Tip }) {
  const chips = [
    tip.due && dueInWords(tip.due, new Date()),
    tip.minutes && minutesInWords(tip.minutes),
    tip.priority && strings.chips.priority[tip.priority],
  ].filter(Boolean);
  if (chips.length === 0) return null;
  return (
    <ul class="chips">
      {chips.map((chip) => (
        <li key={chip}>{chip}</li>
      ))}
    </ul>
  );
}

function Notes({ tip }: { tip: Tip }) {
  const { exploration, missing } = tip.why;
  return (
    <>
      {isSuggested(tip) && (
        <p class="note" data-testid="suggested">
          {strings.suggestions.written}
        </p>
      )}
      {exploration && <p class="note exploring">{strings.card.exploring}</p>}
      {missing.length > 0 && (
        <p class="note">{strings.card.missing(listInWords(missing.map(sourceName)))}</p>
      )}
    </>
  );
}
