import type { Problem } from 'oo-client';
import { useEffect, useState } from 'preact/hooks';
import { Key } from './Key';
import { instantInWords } from './dates';
import { signIn } from './session';
import { strings } from './strings';
import { sending, undoable, type Echo, type State } from './tips';
import { useSignIn } from './useSignIn';
import type { Presses } from './useTips';

const words = strings.bar;
const UNDO_MS = 8_000;

/** What just happened, told politely: recorded (and how to undo it), or not delivered (and how to retry). */
export function Bar({ state, presses }: { state: State; presses: Presses }) {
  const { reaction, problem, echo } = state;
  return (
    <div class="bar" role="status" aria-live="polite">
      {problem ? (
        <Trouble problem={problem} {...(reaction && { retry: presses.retry })} />
      ) : sending(state) ? (
        <p class="sending">{words.sending}</p>
      ) : (
        echo && <Recorded key={echo.id} echo={echo} canUndo={undoable(state)} presses={presses} />
      )}
    </div>
  );
}

function Trouble({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const helps = useSignIn(problem);
  return (
    <div class="said trouble">
      <p data-testid="problem">{retry ? undeliveredInWords(problem) : refusedInWords(problem)}</p>
      {helps && (
        <button data-testid="sign-in" onClick={signIn}>
          {strings.signIn}
        </button>
      )}
      {retry && (
        <button data-testid="retry" onClick={retry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

interface RecordedProps {
  echo: Echo;
  canUndo: boolean;
  presses: Presses;
}

/** Fades after eight seconds, but not while the focus is on it. */
function Recorded({ echo, canUndo, presses }: RecordedProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(presses.fade, UNDO_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div class="said" data-held={held}>
      <p>{echoInWords(echo)}</p>
      {canUndo && (
        <button
          data-testid="undo"
          aria-keyshortcuts="z"
          onClick={presses.undo}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          {words.undo} <Key name="z" />
        </button>
      )}
    </div>
  );
}

function echoInWords({ reaction, late }: Echo): string {
  if (late) return words.late;
  switch (reaction.kind) {
    case 'done':
      return words.done;
    case 'snooze':
      return words.snooze(instantInWords(new Date(reaction.until), new Date()));
    case 'dismiss':
      return words.dismiss;
    case 'undo':
      return words.undone;
  }
}

function undeliveredInWords({ status }: Problem): string {
  if (status === 0) return words.undelivered;
  return status === 401 ? words.signedOut : words.unreadable;
}

function refusedInWords({ status, title, detail }: Problem): string {
  const gone = status === 404 || status === 409;
  return gone ? words.gone : words.refused(detail ?? title ?? words.noDetail);
}
