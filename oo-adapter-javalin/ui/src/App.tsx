import { useEffect, useState } from 'preact/hooks';
import { Bar } from './Bar';
import { Card } from './Card';
import { Connections } from './Connections';
import { Eyes } from './Eyes';
import { Help } from './Help';
import { History } from './History';
import { Key } from './Key';
import type { Command } from './keys';
import { Enough, Silent, Unanswered, Waiting } from './Quiet';
import { signedIn, signOut } from './session';
import { strings } from './strings';
import { Suggestions } from './Suggestions';
import { useTheme } from './theme';
import { sending, undoable, type State } from './tips';
import { useKeys } from './useKeys';
import { useTips, type Presses } from './useTips';

/** So long a new card does not take presses: the second half of a double click is not meant for it. */
const SETTLING_MS = 250;

export function App() {
  const [state, presses] = useTips();
  const [snoozing, setSnoozing] = useState(false);
  const [helping, setHelping] = useState(false);
  const ready = useSettled(state.view) && !state.reaction;
  const onCard = ready && state.view.at === 'tip';

  const run = (command: Command) => {
    if (command === 'help') setHelping(true);
    else if (command === 'undo') undoable(state) && presses.undo();
    else if (command === 'snooze') onCard && setSnoozing(!snoozing);
    else if (onCard && !snoozing) presses.react(command);
  };
  const [keys, setKeys] = useKeys(run);
  useEffect(() => setSnoozing(false), [state.view, state.reaction]);

  return (
    <div class="page" data-keys={keys ? 'on' : 'off'}>
      <Header />
      <main aria-busy={sending(state)}>
        <Stage {...{ state, presses, ready, snoozing, setSnoozing }} />
        <Bar state={state} presses={presses} />
      </main>
      <footer>
        <div class="drawers">
          <History receipts={state.receipts} />
          <Connections changed={() => state.view.at === 'silence' && presses.ask()} />
          <Suggestions changed={() => state.view.at === 'silence' && presses.ask()} />
        </div>
        <button class="plain keys" data-testid="help" onClick={() => setHelping(true)}>
          {strings.help.open} <Key name="?" />
        </button>
      </footer>
      <Help open={helping} close={() => setHelping(false)} keys={keys} setKeys={setKeys} />
    </div>
  );
}

interface StageProps {
  state: State;
  presses: Presses;
  ready: boolean;
  snoozing: boolean;
  setSnoozing: (on: boolean) => void;
}

function Stage({ state, presses, ready, snoozing, setSnoozing }: StageProps) {
  const { view, turn, reaction } = state;
  switch (view.at) {
    case 'tip':
      return <Card key={turn} tip={view.tip} {...{ ready, snoozing, setSnoozing, presses }} />;
    case 'silence':
      return <Silent key={turn} silence={view.silence} ask={presses.ask} ready={ready} />;
    case 'enough':
      return <Enough ask={presses.ask} ready={ready} />;
    case 'unanswered':
      return <Unanswered key={turn} problem={view.problem} {...(!reaction && { retry: presses.retry })} />;
    default:
      return <Waiting />;
  }
}

function Header() {
  const [theme, toggle] = useTheme();
  const [signedOn, setSignedOn] = useState(false);
  useEffect(() => void signedIn().then(setSignedOn), []);
  const label = theme === 'dark' ? strings.theme.light : strings.theme.dark;
  return (
    <header>
      <Eyes mood="awake" label={strings.name} />
      {signedOn && (
        <button class="plain out" data-testid="sign-out" onClick={signOut}>
          {strings.signOut}
        </button>
      )}
      <button class="plain theme" data-testid="theme" aria-label={label} title={label} onClick={toggle}>
        <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
          <circle cx="12" cy="12" r="8.5" />
          <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" />
        </svg>
      </button>
    </header>
  );
}

function useSettled(view: State['view']): boolean {
  const [settled, setSettled] = useState<State['view']>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(view), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [view]);
  return settled === view;
}
