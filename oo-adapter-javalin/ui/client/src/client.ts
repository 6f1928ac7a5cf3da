import { callsTo, type Options } from './call.js';
import type {
  Advice,
  Answer,
  Consents,
  Liveness,
  OneTip,
  Page,
  PageRequest,
  Profile,
  Question,
  Reaction,
  Readiness,
  Receipt,
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
  /** Sets where the clock of the user hangs. */
  prefer(zone: Zone): Promise<Answer<Profile>>;
  /** Allows exactly these purposes; what is not named is no longer allowed. */
  consent(consents: Consents): Promise<Answer<Profile>>;
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
    prefer: (zone) => put('/v1/profile/zone', zone),
    consent: (consents) => put('/v1/profile/consents', consents),
    live: () => get('/health/live'),
    ready: () => get('/health/ready'),
    contract: () => getText('/openapi.yaml'),
  };
}
