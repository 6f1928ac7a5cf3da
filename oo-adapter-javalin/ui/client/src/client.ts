import { callsTo, type Options } from './call.js';
import type {
  Advice,
  Answer,
  Asking,
  Connection,
  Connections,
  Consents,
  DeadLetters,
  Decision,
  Disconnected,
  Export,
  Liveness,
  NewConnection,
  NewSecret,
  OneTip,
  Page,
  PageRequest,
  Permission,
  Person,
  PolicyStatus,
  Profile,
  Question,
  Reaction,
  Readiness,
  Receipt,
  Redriven,
  Replay,
  Returning,
  Standing,
  Zone,
} from './wire.js';

/** The operations of the contract, by their operationId. None throws because of what the host does. */
export interface Client {
  /** Asks for a tip; the host decides. Asking again is safe. */
  askForTip(question?: Question): Promise<Answer<Advice>>;
  /** The tip that is still open; nothing is decided. */
  currentTip(): Promise<Answer<Advice>>;
  /** A tip that the user was given, what became of it, and how it was chosen. */
  oneTip(id: string): Promise<Answer<OneTip>>;
  /** Past tips, newest first. */
  pastTips(request?: PageRequest): Promise<Answer<Page>>;
  /** Tells how the user reacted to a tip; with the same id again, it is the same fact. */
  giveFeedback(reaction: Reaction): Promise<Answer<Receipt>>;
  /** What the user prefers and allows. */
  profile(): Promise<Answer<Profile>>;
  /** Sets where the clock of the user hangs; with the tag of a profile, only while it is still that one. */
  prefer(zone: Zone, seen?: string): Promise<Answer<Profile>>;
  /** Allows exactly these purposes; what is not named is no longer allowed. The tag is as above. */
  consent(consents: Consents, seen?: string): Promise<Answer<Profile>>;
  /** What can be connected, and what the user has connected. */
  connections(): Promise<Answer<Connections>>;
  /** Connects another system, with a secret from there; with an id, asking again is safe. */
  connect(connection: NewConnection): Promise<Answer<Connection>>;
  /** The page of another system that asks the user whether oO may come in. */
  askThere(asking: Asking): Promise<Answer<Permission>>;
  /** Connects what the user was sent away for. */
  redeem(returning: Returning): Promise<Answer<Connection>>;
  /** Lets a connection in again, with a new secret. */
  reconnect(id: string, secret: NewSecret): Promise<Answer<Connection>>;
  /** Ends a connection, there if that can be done, and here. */
  disconnect(id: string): Promise<Answer<Disconnected>>;
  /** What the recommender holds of the user. A link to `/v1/export` saves it, however long it is. */
  exportOwn(): Promise<Answer<Export>>;
  /** How the recommender stands, in numbers; for viewers, like the next three. */
  standing(): Promise<Answer<Standing>>;
  /** What the live policy has learned; costs hashing all of it. */
  policyStatus(): Promise<Answer<PolicyStatus>>;
  /** What could not be learned, oldest first. */
  deadLetters(): Promise<Answer<DeadLetters>>;
  /** One decision of somebody, with all that it was made of. */
  decision(id: string, whose: Person): Promise<Answer<Decision>>;
  /** Tries once more to learn what a tip of somebody earned; for operators, like the next two. */
  redrive(id: string, whose: Person): Promise<Answer<Redriven>>;
  /** Makes a decision of somebody again. */
  replay(id: string, whose: Person): Promise<Answer<Replay>>;
  /** Learns everything again, from the log. */
  rebuild(): Promise<Answer<PolicyStatus>>;
  /** How everything stands, as Prometheus reads it; for viewers. */
  metrics(): Promise<Answer<string>>;
  /** Whether the host answers. */
  live(): Promise<Answer<Liveness>>;
  /** How the recommender stands. */
  ready(): Promise<Answer<Readiness>>;
  /** The contract itself, as YAML. */
  contract(): Promise<Answer<string>>;
}

/** A client of one host; it keeps nothing, and its functions may be passed around. */
export function ooClient(options: Options = {}): Client {
  const { get, getText, post, put } = callsTo(options);
  return {
    askForTip: (question = {}) => post('/v1/tips', question),
    currentTip: () => get('/v1/tips/current'),
    oneTip: (tip) => get('/v1/tips/{tip}', undefined, { tip }),
    pastTips: (request = {}) => get('/v1/tips', request),
    giveFeedback: (reaction) => post('/v1/feedback', reaction),
    profile: () => get('/v1/profile'),
    prefer: (zone, seen) => put('/v1/profile/zone', zone, seen),
    consent: (consents, seen) => put('/v1/profile/consents', consents, seen),
    connections: () => get('/v1/connections'),
    connect: (connection) => post('/v1/connections', connection),
    askThere: (asking) => post('/v1/connections/ask', asking),
    redeem: (returning) => post('/v1/connections/redeem', returning),
    reconnect: (connection, secret) => post('/v1/connections/{connection}/reconnect', secret, { connection }),
    disconnect: (connection) => post('/v1/connections/{connection}/disconnect', {}, { connection }),
    exportOwn: () => get('/v1/export'),
    standing: () => get('/v1/admin/standing'),
    policyStatus: () => get('/v1/admin/policy'),
    deadLetters: () => get('/v1/admin/dead-letters'),
    decision: (tip, whose) => get('/v1/admin/decisions/{tip}', whose, { tip }),
    redrive: (tip, whose) => post('/v1/admin/dead-letters/{tip}/redrive', whose, { tip }),
    replay: (tip, whose) => post('/v1/admin/decisions/{tip}/replay', whose, { tip }),
    rebuild: () => post('/v1/admin/rebuild', {}),
    metrics: () => getText('/metrics'),
    live: () => get('/health/live'),
    ready: () => get('/health/ready'),
    contract: () => getText('/openapi.yaml'),
  };
}
