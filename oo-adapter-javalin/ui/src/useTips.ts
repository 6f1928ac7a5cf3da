import type { Advice, Answer } from 'oo-client';
import { useEffect, useLayoutEffect, useReducer } from 'preact/hooks';
import { ask, current, react, type Press } from './api';
import { keep, undelivered } from './stored';
import { begin, sending, step, type Event, type State } from './tips';

/** What a person can press. */
export interface Presses {
  react(kind: 'done' | 'dismiss'): void;
  snooze(until: Date): void;
  undo(): void;
  ask(): void;
  retry(): void;
  fade(): void;
}

/** The state, its requests to the server, and the presses that move it. */
export function useTips(): [State, Presses] {
  const [state, dispatch] = useReducer(step, undefined, () => begin(undelivered()));
  useQuestions(state, dispatch);
  useDelivery(state, dispatch);
  useReturns(state, dispatch);
  return [state, pressesFor(state, dispatch)];
}

function pressesFor({ view, echo }: State, dispatch: (event: Event) => void): Presses {
  const send = (reaction: Press) => dispatch({ type: 'react', reaction });
  const id = () => crypto.randomUUID();
  return {
    react(kind) {
      if (view.at === 'tip') send({ tip: view.tip.id, kind, id: id() });
    },
    snooze(until) {
      if (view.at === 'tip') send({ tip: view.tip.id, kind: 'snooze', id: id(), until: until.toISOString() });
    },
    undo() {
      if (echo) send({ tip: echo.reaction.tip, kind: 'undo', id: id(), target: echo.id });
    },
    ask: () => dispatch({ type: 'ask' }),
    retry: () => dispatch({ type: 'retry' }),
    fade: () => dispatch({ type: 'faded' }),
  };
}

function useQuestions({ view, turn }: State, dispatch: (event: Event) => void): void {
  useLayoutEffect(() => {
    const question = view.at === 'asking' ? askWhenSeen : view.at === 'returning' ? current : undefined;
    question?.().then((answer: Answer<Advice>) =>
      dispatch(
        answer.ok
          ? { type: 'advised', turn, advice: answer.value }
          : { type: 'unanswered', turn, problem: answer.problem },
      ),
    );
  }, [turn]);
}

/** A tip that nobody sees would count as ignored: a hidden page waits. */
async function askWhenSeen(): Promise<Answer<Advice>> {
  while (document.visibilityState === 'hidden') {
    await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
  }
  return ask(matchMedia('(pointer: coarse) and (max-width: 40rem)').matches ? 'phone' : undefined);
}

function useDelivery(state: State, dispatch: (event: Event) => void): void {
  const { reaction } = state;
  const underWay = sending(state);
  useLayoutEffect(() => {
    keep(reaction);
    if (!reaction || !underWay) return;
    react(reaction).then((answer) =>
      dispatch(
        answer.ok
          ? { type: 'received', receipt: answer.value }
          : { type: 'refused', problem: answer.problem },
      ),
    );
  }, [reaction, underWay]);
}

/** Back online: what was not delivered goes again. Back on the page: a tip that has expired is replaced. */
function useReturns({ view, reaction, problem }: State, dispatch: (event: Event) => void): void {
  useEffect(() => {
    const online = () => reaction && problem && dispatch({ type: 'retry' });
    const seen = () => {
      if (document.visibilityState === 'visible' && view.at === 'tip' && isOver(view.tip.openUntil)) {
        dispatch({ type: 'ask' });
      }
    };
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [view, reaction, problem]);
}

function isOver(instant: string): boolean {
  return new Date(instant).getTime() <= Date.now();
}
