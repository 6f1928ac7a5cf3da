import type { Advice, Kind, Problem, Receipt, Silence, Tip } from 'oo-client';
import { mayPass, type Press } from './api';

/** What the page shows. */
export type View =
  | { at: 'resuming' } // a reaction from before the page was loaded goes first
  | { at: 'asking' }
  | { at: 'returning' } // after an undo: which tip is open now?
  | { at: 'tip'; tip: Tip }
  | { at: 'silence'; silence: Silence }
  | { at: 'enough' }
  | { at: 'unanswered'; problem: Problem };

/** What was last recorded, for as long as it can be undone. */
export interface Echo {
  reaction: Press;
  id: string;
  late: boolean;
}

export interface State {
  view: View;
  /** Counts the questions, so that an answer to an earlier one is ignored. */
  turn: number;
  /** On its way, or undelivered when there is a problem too. */
  reaction?: Press | undefined;
  problem?: Problem | undefined;
  echo?: Echo | undefined;
  dismissals: number;
  /** How many reactions were recorded. */
  receipts: number;
}

export type Event =
  | { type: 'ask' }
  | { type: 'advised'; turn: number; advice: Advice }
  | { type: 'unanswered'; turn: number; problem: Problem }
  | { type: 'react'; reaction: Press }
  | { type: 'received'; receipt: Receipt }
  | { type: 'refused'; problem: Problem }
  | { type: 'retry' }
  | { type: 'faded' };

/** After so many dismissals in a row, the next tip waits to be asked for. */
export const ENOUGH = 3;

/** The first state; a reaction that an earlier page could not deliver comes before all else. */
export function begin(undelivered?: Press): State {
  const view: View = undelivered ? { at: 'resuming' } : { at: 'asking' };
  return { view, turn: 1, reaction: undelivered, dismissals: 0, receipts: 0 };
}

export function step(state: State, event: Event): State {
  switch (event.type) {
    case 'ask':
      return state.reaction ? state : asking({ ...state, problem: undefined, dismissals: 0 });
    case 'advised':
      return event.turn === state.turn ? advised(state, event.advice) : state;
    case 'unanswered':
      return event.turn === state.turn
        ? { ...state, view: { at: 'unanswered', problem: event.problem } }
        : state;
    case 'react':
      return mayReact(state, event.reaction)
        ? { ...state, reaction: event.reaction, problem: undefined }
        : state;
    case 'received':
      return state.reaction ? received(state, state.reaction, event.receipt) : state;
    case 'refused':
      return refused(state, event.problem);
    case 'retry':
      return state.reaction ? { ...state, problem: undefined } : asking(state);
    case 'faded':
      return { ...state, echo: undefined };
  }
}

/** Whether a reaction is under way and nothing else may be pressed. */
export function sending(state: State): boolean {
  return state.reaction !== undefined && state.problem === undefined;
}

/** Whether what was last recorded can be undone now. */
export function undoable(state: State): boolean {
  return state.echo !== undefined && state.echo.reaction.kind !== 'undo' && !state.reaction;
}

function mayReact(state: State, reaction: Press): boolean {
  if (reaction.kind === 'undo') return undoable(state) && state.echo?.id === reaction.target;
  return !state.reaction && state.view.at === 'tip' && state.view.tip.id === reaction.tip;
}

function asking(state: State): State {
  return { ...state, view: { at: 'asking' }, turn: state.turn + 1 };
}

function advised(state: State, advice: Advice): State {
  if ('tip' in advice) return { ...state, view: { at: 'tip', tip: advice.tip } };
  const { silence } = advice;
  if (silence.reason === 'none-open' && state.view.at === 'returning') return asking(state);
  return { ...state, view: { at: 'silence', silence } };
}

function received(state: State, reaction: Press, { receipt, id }: Receipt): State {
  const next: State = {
    ...state,
    reaction: undefined,
    problem: undefined,
    echo: { reaction, id, late: receipt === 'late' },
    dismissals: dismissalsAfter(state, reaction.kind),
    receipts: state.receipts + 1,
  };
  if (reaction.kind === 'undo') {
    return { ...next, view: { at: 'returning' }, turn: state.turn + 1 };
  }
  if (next.dismissals < ENOUGH) return asking(next);
  return { ...next, view: { at: 'enough' }, turn: state.turn + 1 };
}

function dismissalsAfter({ dismissals, echo }: State, kind: Kind): number {
  if (kind === 'dismiss') return dismissals + 1;
  if (kind !== 'undo') return 0;
  return echo?.reaction.kind === 'dismiss' ? Math.max(0, dismissals - 1) : dismissals;
}

function refused(state: State, problem: Problem): State {
  if (mayPass(problem)) return { ...state, problem };
  const next: State = { ...state, reaction: undefined, problem };
  if (state.reaction?.kind === 'undo') return { ...next, echo: undefined };
  const stays = state.view.at === 'tip' && problem.status !== 404 && problem.status !== 409;
  return stays ? next : asking(next);
}
