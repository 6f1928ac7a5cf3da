import { useEffect, useRef, useState } from 'preact/hooks';
import { Key } from './Key';
import { instantInWords } from './dates';
import { fieldValue, picked, snoozes } from './snooze';
import { strings } from './strings';

interface Props {
  ready: boolean;
  open: boolean;
  setOpen: (on: boolean) => void;
  onPick: (until: Date) => void;
}

/** The snooze button and its small menu. */
export function Snooze({ ready, open, setOpen, onPick }: Props) {
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      if (document.activeElement === document.body) button.current?.focus();
    };
  }, [open]);

  return (
    <div class="snooze" ref={whole} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button
        ref={button}
        data-testid="snooze"
        disabled={!ready}
        aria-keyshortcuts="s"
        aria-expanded={open}
        aria-controls="snoozes"
        onClick={() => setOpen(!open)}
      >
        {strings.card.snooze} <Key name="s" />
      </button>
      {open && <Menu ready={ready} onPick={onPick} />}
    </div>
  );
}

function Menu({ ready, onPick }: Pick<Props, 'ready' | 'onPick'>) {
  const menu = useRef<HTMLDivElement>(null);
  const [now] = useState(() => new Date());
  const ends = snoozes(now);
  const today = ends.evening.getDate() === now.getDate();
  const evening = today ? strings.snooze.evening : strings.snooze.nextEvening;
  const choices = [
    { id: 'hour', label: strings.snooze.hour, end: ends.hour },
    { id: 'evening', label: evening, end: ends.evening },
    { id: 'tomorrow', label: strings.snooze.tomorrow, end: ends.tomorrow },
  ];

  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    menu.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  return (
    <div class="menu" id="snoozes" role="group" aria-label={strings.snooze.menu} ref={menu} onKeyDown={move}>
      {choices.map(({ id, label, end }) => (
        <button key={id} data-testid={`snooze-${id}`} disabled={!ready} onClick={() => onPick(end)}>
          {label} <time dateTime={end.toISOString()}>{instantInWords(end, now)}</time>
        </button>
      ))}
      <Picker now={now} start={ends.tomorrow} ready={ready} onPick={onPick} />
    </div>
  );
}

function Picker({ now, start, ready, onPick }: { now: Date; start: Date } & Pick<Props, 'ready' | 'onPick'>) {
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(fieldValue(start));
  const [past, setPast] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [open]);

  if (!open) {
    return (
      <button data-testid="snooze-pick" disabled={!ready} onClick={() => setOpen(true)}>
        {strings.snooze.pick}
      </button>
    );
  }
  const submit = (event: Event) => {
    event.preventDefault();
    const until = picked(value, new Date());
    setPast(!until);
    if (until) onPick(until);
  };
  return (
    <form class="picker" noValidate onSubmit={submit}>
      <label>
        {strings.snooze.field}
        <input
          ref={field}
          type="datetime-local"
          data-testid="snooze-field"
          min={fieldValue(now)}
          value={value}
          aria-invalid={past}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      {past && <p role="alert">{strings.snooze.past}</p>}
      <button class="primary" data-testid="snooze-confirm" disabled={!ready}>
        {strings.snooze.confirm}
      </button>
    </form>
  );
}

/** Up and down walk through the choices. */
function move(event: KeyboardEvent) {
  const menu = event.currentTarget as HTMLElement;
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const by = steps[event.key];
  if (!by || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  const choices = [...menu.querySelectorAll<HTMLElement>('button')];
  const at = choices.indexOf(document.activeElement as HTMLElement);
  choices[(at + by + choices.length) % choices.length]?.focus();
}
