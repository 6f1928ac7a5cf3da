import { useEffect, useState } from 'preact/hooks';
import { strings } from './strings';
import { allow, allowed, offered, type Model } from './suggestions';

const words = strings.suggestions;

/** Whether a language model may be told of the person's tasks; nothing where there is none. */
export function Suggestions({ changed }: { changed: () => void }) {
  const [model, setModel] = useState<Model>();
  const [on, setOn] = useState<boolean>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    void offered().then(async (found) => {
      setModel(found);
      if (found) setOn(await allowed());
    });
  }, []);
  const choose = async (wanted: boolean) => {
    setOn(wanted);
    const now = await allow(wanted);
    setFailed(now === undefined);
    setOn(now ?? !wanted);
    if (now !== undefined) changed();
  };

  if (!model || on === undefined) return null;
  return (
    <details class="suggestions" data-testid="suggestions">
      <summary>{words.title}</summary>
      <p>{words.told(model.model, model.at)}</p>
      <label>
        <input
          type="checkbox"
          data-testid="allow-suggestions"
          checked={on}
          onChange={(event) => void choose(event.currentTarget.checked)}
        />
        {words.allow}
      </label>
      {failed && <p role="alert">{words.failed}</p>}
    </details>
  );
}
