import type { paths } from '#contract';
import type { Body, Named, PathOf, Query, Value } from './operation.js';
import type { Answer, Problem } from './wire.js';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface Options {
  /** Where the host is, such as https://tips.example.com; without it, where the page comes from. */
  base?: string | URL;
  /** Sent with every request. A function is asked before each, and what it throws, the call throws. */
  headers?: Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);
  /** How long an answer may take, in milliseconds; without it 15 seconds. */
  timeout?: number;
  /** Sends a request; without it the platform's. */
  fetch?: Fetch;
}

interface Request {
  path: string;
  method?: 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: string;
}

/** What an answer is, made from its text; undefined if it is not what was asked for. */
type Reader = (text: string) => unknown;

type Get<P extends PathOf<'get'>> = paths[P]['get'];
type Post<P extends PathOf<'post'>> = paths[P]['post'];
type Put<P extends PathOf<'put'>> = paths[P]['put'];

const PATIENCE_MS = 15_000;

/** Calls to one host, of which each takes and answers what the contract says of its path. */
export function callsTo(options: Options) {
  return {
    get<P extends PathOf<'get'>>(
      path: P,
      query?: Query<Get<P>>,
      named?: Named<Get<P>>,
    ): Promise<Answer<Value<Get<P>>>> {
      return call(options, { path: written(path, named) + searchOf(query ?? {}) }, parsed);
    },
    getText<P extends PathOf<'get'>>(path: P): Promise<Answer<Value<Get<P>>>> {
      return call(options, { path }, (text) => text);
    },
    post<P extends PathOf<'post'>>(
      path: P,
      body: Body<Post<P>>,
      named?: Named<Post<P>>,
    ): Promise<Answer<Value<Post<P>>>> {
      return call(options, telling('POST', written(path, named), body), parsed);
    },
    put<P extends PathOf<'put'>>(path: P, body: Body<Put<P>>, seen?: string): Promise<Answer<Value<Put<P>>>> {
      return call(options, onlyIf(seen, telling('PUT', path, body)), parsed);
    },
  };
}

function telling(method: 'POST' | 'PUT', path: string, body: unknown): Request {
  return { path, method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** The same request, for what has the tag that was seen. */
function onlyIf(seen: string | undefined, request: Request): Request {
  return seen === undefined ? request : { ...request, headers: { ...request.headers, 'If-Match': seen } };
}

async function call<T>(options: Options, request: Request, read: Reader): Promise<Answer<T>> {
  const response = await exchange(options, request);
  if (!response) return { ok: false, problem: { status: 0 } };
  const { ok, status, text, tag } = response;
  if (!ok) return { ok: false, problem: problemOf(status, parsed(text)) };
  const value = read(text);
  return value === undefined ? { ok: false, problem: { status: 502 } } : { ok: true, value: value as T, ...(tag ? { tag } : {}) };
}

/** What came back, in time and whole. */
async function exchange(options: Options, { path, headers: own, ...init }: Request) {
  const { base = '', headers: more, timeout = PATIENCE_MS, fetch: send = fetch } = options;
  const address = String(base).replace(/\/+$/, '') + path;
  const headers = { ...(typeof more === 'function' ? await more() : more), ...own };
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await send(address, { ...init, headers, signal });
    const tag = response.headers.get('ETag');
    return { ok: response.ok, status: response.status, text: await response.text(), tag };
  } catch {
    return undefined;
  }
}

/** The path with what its names stand for. */
function written(path: string, named: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ''));
}

function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${search}` && `?${search}`;
}

/** Every JSON of the contract is an object. */
function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(status: number, body: Record<string, unknown> = {}): Problem {
  const problem: Problem = { status };
  for (const name of ['type', 'title', 'detail'] as const) {
    const words = body[name];
    if (typeof words === 'string') problem[name] = words;
  }
  return problem;
}
