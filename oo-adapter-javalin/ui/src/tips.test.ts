import type { Kind, Tip } from 'oo-client';
import { expect, test } from 'vitest';
import type { Press } from './api';
import { begin, ENOUGH, sending, step, undoable, type Event, type State } from './tips';

/** What a card has buttons for. */
type Shown = Exclude<Kind, 'undo'>;

const offline = { status: 0 };
const water = tipOf('a', 'Water the plants');
const call = tipOf('b', 'Call the plumber');

test('the first thing is to ask', () => {
  expect(begin().view).toEqual({ at: 'asking' });
});

test('a tip that is answered is shown', () => {
  expect(shown(water).view).toEqual({ at: 'tip', tip: water });
});

test('a silence is shown with its reason', () => {
  const state = advise(begin(), { silence: { reason: 'all-filtered' } });
  expect(state.view).toEqual({ at: 'silence', silence: { reason: 'all-filtered' } });
});

test('an answer to an earlier question is ignored', () => {
  const state = step(begin(), { type: 'ask' });
  expect(step(state, { type: 'advised', turn: 1, advice: { tip: water } })).toBe(state);
  expect(step(state, { type: 'unanswered', turn: 1, problem: offline })).toBe(state);
});

test('a question without an answer shows the problem, and retry asks again', () => {
  const state = begin();
  const failed = step(state, { type: 'unanswered', turn: state.turn, problem: offline });
  expect(failed.view).toEqual({ at: 'unanswered', problem: offline });
  const again = step(failed, { type: 'retry' });
  expect(again.view).toEqual({ at: 'asking' });
  expect(again.turn).toBe(failed.turn + 1);
});

test('a press is on its way until it is received', () => {
  const pressed = step(shown(water), react(water, 'done'));
  expect(sending(pressed)).toBe(true);
  const received = receive(pressed);
  expect(sending(received)).toBe(false);
  expect(received.view).toEqual({ at: 'asking' });
  expect(undoable(received)).toBe(true);
});

test('a second press while one is on its way does nothing', () => {
  const pressed = step(shown(water), react(water, 'done', '1'));
  expect(step(pressed, react(water, 'dismiss', '2'))).toBe(pressed);
});

test('a press meant for another tip does nothing', () => {
  const state = shown(water);
  expect(step(state, react(call, 'done'))).toBe(state);
});

test('an undelivered press stays, blocks others, and is retried as the same press', () => {
  const pressed = step(shown(water), react(water, 'done', 'once'));
  const failed = step(pressed, { type: 'refused', problem: offline });
  expect(failed.reaction?.id).toBe('once');
  expect(step(failed, react(water, 'dismiss', 'other'))).toBe(failed);
  expect(step(failed, { type: 'ask' })).toBe(failed);
  const again = step(failed, { type: 'retry' });
  expect(sending(again)).toBe(true);
  expect(again.reaction?.id).toBe('once');
});

test('a server in trouble keeps the press as well', () => {
  const failed = step(step(shown(water), react(water, 'done')), {
    type: 'refused',
    problem: { status: 503 },
  });
  expect(failed.reaction).toBeDefined();
});

test('a press that the server refuses is dropped, told, and leaves the tip', () => {
  const problem = { status: 400, detail: 'until must be later than now' };
  const state = step(step(shown(water), react(water, 'snooze')), { type: 'refused', problem });
  expect(state).toMatchObject({ reaction: undefined, problem, view: { at: 'tip' } });
});

test.each([404, 409])('a tip that is gone (%i) is replaced, and the message stays', (status) => {
  const state = step(step(shown(water), react(water, 'done')), {
    type: 'refused',
    problem: { status },
  });
  expect(state).toMatchObject({ view: { at: 'asking' }, problem: { status } });
  expect(advise(state, { tip: call }).problem).toEqual({ status });
  expect(step(advise(state, { tip: call }), react(call, 'done')).problem).toBeUndefined();
});

test('undo names the recorded reaction and then looks which tip is open', () => {
  const done = advise(dealtWith(shown(water), 'done', 'press'), { tip: call });
  const undoing = step(done, undo(water, 'press'));
  expect(sending(undoing)).toBe(true);
  expect(undoing.view).toEqual({ at: 'tip', tip: call });
  const undone = receive(undoing);
  expect(undone.view).toEqual({ at: 'returning' });
  expect(undoable(undone)).toBe(false);
  expect(advise(undone, { tip: water }).view).toEqual({ at: 'tip', tip: water });
});

test('undo overtakes the question for the next tip', () => {
  const asking = dealtWith(shown(water), 'done', 'press');
  const undone = receive(step(asking, undo(water, 'press')));
  expect(step(undone, { type: 'advised', turn: asking.turn, advice: { tip: call } })).toBe(undone);
});

test('after an undo with no tip open, the next one is asked for', () => {
  const asking = dealtWith(shown(water), 'done', 'press');
  const undone = receive(step(asking, undo(water, 'press')));
  expect(advise(undone, { silence: { reason: 'none-open' } }).view).toEqual({ at: 'asking' });
});

test('only what was last recorded can be undone, and not after it has faded', () => {
  const asking = dealtWith(shown(water), 'done', 'press');
  expect(step(asking, undo(water, 'another'))).toBe(asking);
  const faded = step(asking, { type: 'faded' });
  expect(step(faded, undo(water, 'press'))).toBe(faded);
});

test('an undo that the server refuses leaves what is shown', () => {
  const done = advise(dealtWith(shown(water), 'done', 'press'), { tip: call });
  const state = step(step(done, undo(water, 'press')), { type: 'refused', problem: { status: 409 } });
  expect(state).toMatchObject({ view: { at: 'tip', tip: call }, echo: undefined });
});

test('three dismissals in a row are enough for now', () => {
  const state = dismissed(ENOUGH);
  expect(state.view).toEqual({ at: 'enough' });
  const more = step(state, { type: 'ask' });
  expect(more).toMatchObject({ view: { at: 'asking' }, dismissals: 0 });
});

test.each(['done', 'snooze'] as const)('%s begins the row of dismissals anew', (kind) => {
  const state = dealtWith(advise(dismissed(ENOUGH - 1), { tip: call }), kind);
  expect(state.dismissals).toBe(0);
});

test('an undone dismissal does not count', () => {
  const enough = dismissed(ENOUGH);
  const undone = receive(step(enough, undo(call, enough.echo!.id)));
  expect(undone).toMatchObject({ view: { at: 'returning' }, dismissals: ENOUGH - 1 });
});

test('a late receipt is told', () => {
  const pressed = step(shown(water), react(water, 'done', 'x'));
  const state = step(pressed, { type: 'received', receipt: { receipt: 'late', id: 'x' } });
  expect(state.echo?.late).toBe(true);
});

test('a reaction of an earlier page goes first, and then a tip is asked for', () => {
  const state = begin(reactionOf(water, 'done', 'kept'));
  expect(state.view).toEqual({ at: 'resuming' });
  expect(sending(state)).toBe(true);
  expect(receive(state).view).toEqual({ at: 'asking' });
  const refused = step(state, { type: 'refused', problem: { status: 404 } });
  expect(refused).toMatchObject({ view: { at: 'asking' }, reaction: undefined });
});

function shown(tip: Tip): State {
  return advise(begin(), { tip });
}

function dismissed(times: number): State {
  let state = begin();
  for (let time = 0; time < times; time++) {
    state = dealtWith(advise(state, { tip: call }), 'dismiss', `press-${time}`);
  }
  return state;
}

function dealtWith(state: State, kind: Shown, id = 'press'): State {
  if (state.view.at !== 'tip') throw new Error('no tip is shown');
  return receive(step(state, react(state.view.tip, kind, id)));
}

function advise(state: State, advice: Extract<Event, { type: 'advised' }>['advice']): State {
  return step(state, { type: 'advised', turn: state.turn, advice });
}

function receive(state: State): State {
  return step(state, { type: 'received', receipt: { receipt: 'recorded', id: state.reaction!.id } });
}

function react(tip: Tip, kind: Shown, id = 'press'): Event {
  return { type: 'react', reaction: reactionOf(tip, kind, id) };
}

function undo(tip: Tip, target: string): Event {
  return { type: 'react', reaction: { tip: tip.id, kind: 'undo', id: 'undo', target } };
}

function reactionOf(tip: Tip, kind: Shown, id: string): Press {
  const press = { tip: tip.id, id };
  return kind === 'snooze' ? { ...press, kind, until: '2026-11-24T18:00:00Z' } : { ...press, kind };
}

function tipOf(id: string, title: string): Tip {
  const times = { servedAt: '2026-11-24T10:00:00Z', openUntil: '2026-11-24T14:00:00Z' };
  const why = { reasons: [], exploration: false, missing: [] };
  return { id, title, source: 'todotxt', key: id, kind: 'home', ...times, why };
}
