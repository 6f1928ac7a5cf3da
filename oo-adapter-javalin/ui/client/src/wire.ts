/** The JSON of the operations, by the names that people use. */

import type { components, operations } from '#contract';
import type { Query } from './operation.js';

type Schemas = components['schemas'];

export type Question = Schemas['Question'];
export type Attributes = Schemas['Attributes'];

export type Advice = Schemas['Advice'];
export type Tip = Schemas['Tip'];
export type Why = Schemas['Why'];
export type Reason = Why['reasons'][number];
export type Silence = Schemas['Silence'];

export type Reaction = Schemas['Reaction'];
export type Kind = Reaction['kind'];
export type Receipt = Schemas['Receipt'];

/** Which page of past tips; without `before` the newest. */
export type PageRequest = Query<operations['pastTips']>;
export type Page = Schemas['Page'];
export type Past = Schemas['Past'];
export type OneTip = Schemas['OneTip'];
export type Outcome = Schemas['Outcome'];

export type Profile = Schemas['Profile'];
export type Purpose = Schemas['Purposes'][number];
export type Zone = Schemas['Zone'];
export type Consents = Schemas['Consents'];

export type Connections = Schemas['Connections'];
export type Connector = Connections['connectors'][number];
export type Connection = Schemas['Connection'];
export type NewConnection = Schemas['NewConnection'];
export type NewSecret = Schemas['NewSecret'];
export type Disconnected = Schemas['Disconnected'];

/** Which page of another system is to be asked for, that page, and what the user comes back with. */
export type Asking = Schemas['Asking'];
export type Permission = Schemas['Permission'];
export type Returning = Schemas['Returning'];
export type Export = Schemas['Export'];
export type Fact = Schemas['Fact'];

/** Whose tip it is, for those who may ask. */
export type Person = Schemas['Person'];
export type Standing = Schemas['Standing'];
export type PolicyStatus = Schemas['PolicyStatus'];
export type DeadLetters = Schemas['DeadLetters'];
export type DeadLetter = Schemas['DeadLetter'];
export type Decision = Schemas['Decision'];
export type Redriven = Schemas['Redriven'];
export type Replay = Schemas['Replay'];

export type Liveness = Schemas['Liveness'];
export type Readiness = Schemas['Readiness'];

type Said = Schemas['Problem'];

/** Why there is no answer, as RFC 9457 has it; status 0: none came in time, 502: it was not what was asked for. */
export type Problem = Pick<Said, 'status'> & Partial<Record<Exclude<keyof Said, 'status'>, string>>;

/** The tag says what was seen, where that can be changed. */
export type Answer<T> = { ok: true; value: T; tag?: string } | { ok: false; problem: Problem };
