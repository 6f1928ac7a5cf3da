import { useEffect, useRef } from 'preact/hooks';
import { strings } from './strings';

interface Props {
  open: boolean;
  close: () => void;
  keys: boolean;
  setKeys: (on: boolean) => void;
}

/** The list of keys, and the switch that turns them off. */
export function Help({ open, close, keys, setKeys }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="help"
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div class="help">
        <h2 id="help">{strings.help.title}</h2>
        <dl>
          {strings.help.keys.map(([names, meaning]) => (
            <div key={meaning}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input
            type="checkbox"
            data-testid="keys"
            checked={keys}
            onChange={(event) => setKeys(event.currentTarget.checked)}
          />
          {strings.help.single}
        </label>
        <button autoFocus onClick={() => dialog.current?.close()}>
          {strings.help.close}
        </button>
      </div>
    </dialog>
  );
}
