import type { Answer, Connection, Connections, Connector } from 'oo-client';
import { ooClient } from 'oo-client';
import { instantInWords } from './dates';
import { OWN } from './session';
import { strings } from './strings';
import { sourceName } from './words';

const words = strings.connections;

const oo = ooClient({ headers: OWN });

/** What can be connected, and what is. */
export function look(): Promise<Answer<Connections>> {
  return oo.connections();
}

/** What a person says to connect something, or to let it in again. */
export interface Wanted {
  connector: string;
  connection?: string;
  mayWrite: boolean;
  target?: string;
  secret?: string;
}

/** Goes to the other system's own page, which sends the person back; what went wrong, if it stays. */
export async function askThere({ connector, connection, mayWrite }: Wanted): Promise<string | undefined> {
  const answer = await oo.askThere({ connector, mayWrite, ...(connection ? { connection } : {}) });
  if (!answer.ok) return failure(answer);
  location.assign(answer.value.page);
  return undefined;
}

/**
 * Connects with a secret that the person has from there, or takes there; what went wrong, if it did, or what to do there.
 */
export async function letIn(wanted: Wanted): Promise<string | undefined> {
  const { connector, connection, mayWrite, target, secret } = wanted;
  const said = { mayWrite, ...(secret ? { secret } : {}) };
  const answer = connection
    ? await oo.reconnect(connection, said)
    : await oo.connect({ connector, ...said, id: crypto.randomUUID(), ...(target ? { target } : {}) });
  return answer.ok ? takeThere(answer.value) : failure(answer);
}

/** What a person takes to the other system, if its secret has just been made here. */
function takeThere({ id, secret }: Connection): string | undefined {
  return secret ? words.takeThere(`${location.origin}/webhooks/tasks/${id}`, secret) : undefined;
}

/** Ends a connection, and says what is left to do for the person. */
export async function end({ id, connector }: Connection): Promise<string | undefined> {
  const answer = await oo.disconnect(id);
  if (!answer.ok) return failure(answer);
  return answer.value.revoked ? undefined : words.notRevoked(sourceName(connector));
}

/** What a person has come back with from another system's page, if they have; the address forgets it. */
export function returned(): { state: string; code: string } | 'refused' | undefined {
  if (location.pathname !== '/connected') return undefined;
  const query = new URLSearchParams(location.search);
  history.replaceState(null, '', '/');
  const [state, code] = [query.get('state'), query.get('code')];
  return state && code ? { state, code } : 'refused';
}

/** Connects what the person was sent away for; what went wrong, if it did. */
export async function redeem(back: ReturnType<typeof returned>): Promise<string | undefined> {
  if (!back) return undefined;
  if (back === 'refused') return words.notAllowed;
  const answer = await oo.redeem(back);
  return answer.ok ? undefined : answer.problem.status === 502 ? words.noAnswer : words.tooLate;
}

function failure(answer: Answer<unknown>): string | undefined {
  if (answer.ok) return undefined;
  const { status, detail } = answer.problem;
  return status === 0 ? words.unreachable : words.failed(detail ?? '');
}

/** How a connection stands, in plain words. */
export function standing(connection: Connection, now: Date): string {
  const name = sourceName(connection.connector);
  const { state, trouble, synced, retry } = connection;
  if (state === 'reconnect') return words.reconnect(name);
  if (state === 'troubled') {
    const cause = words.trouble[trouble ?? 'unavailable'](name);
    return retry ? words.retry(cause, instantInWords(new Date(retry), now)) : cause;
  }
  return synced ? words.synced(instantInWords(new Date(synced), now)) : words.syncing;
}

/** What can be said to connect a system by a secret. */
export function asks({ takesTarget, givesSecret }: Connector): ('target' | 'secret')[] {
  return [...(takesTarget ? (['target'] as const) : []), ...(givesSecret ? [] : (['secret'] as const))];
}
