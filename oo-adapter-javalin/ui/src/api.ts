import type { Advice, Page, Reaction, Receipt } from './wire';

/** Why an answer did not come; status 0: the server was not reached. */
export interface Problem {
  status: number;
  detail?: string;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const PATIENCE_MS = 15_000;
const BREATH_MS = 400;
const PAGE_SIZE = 20;

/** Asks for a tip; the server decides. */
export function ask(device?: string): Promise<Answer<Advice>> {
  return post('/v1/tips', device ? { attributes: { device } } : {});
}

/** The tip that is still open; nothing is decided. */
export function current(): Promise<Answer<Advice>> {
  return call('/v1/tips/current');
}

/** Reports a reaction; on a network failure once more, with the same id. */
export async function react(reaction: Reaction): Promise<Answer<Receipt>> {
  const first = await post<Receipt>('/v1/feedback', reaction);
  if (first.ok || first.problem.status !== 0) return first;
  await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  return post('/v1/feedback', reaction);
}

/** Past tips, newest first. */
export function past(before?: string): Promise<Answer<Page>> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (before) query.set('before', before);
  return call(`/v1/tips?${query}`);
}

/** Whether trying the same request again can help. */
export function mayPass({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
}

function post<T>(path: string, body: object): Promise<Answer<T>> {
  const headers = { 'Content-Type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function call<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    body = parse(await response.text());
  } catch {
    return { ok: false, problem: { status: 0 } };
  }
  if (!response.ok) return { ok: false, problem: problemOf(response.status, body) };
  if (!isObject(body)) return { ok: false, problem: { status: 502 } };
  return { ok: true, value: body as T };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(status: number, body: unknown): Problem {
  const detail = isObject(body) ? (body['detail'] ?? body['title']) : undefined;
  return typeof detail === 'string' ? { status, detail } : { status };
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null;
}
