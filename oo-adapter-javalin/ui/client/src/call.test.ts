import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fetch, Options } from './call.js';
import { ooClient } from './client.js';

const host = vi.fn<Fetch>();

beforeEach(() => {
  host.mockReset();
  host.mockImplementation(async () => Response.json({}));
});

afterEach(() => vi.unstubAllGlobals());

test.each<[string | URL, string]>([
  ['', '/health/live'],
  ['https://tips.example.com', 'https://tips.example.com/health/live'],
  ['https://example.com/tips/', 'https://example.com/tips/health/live'],
  [new URL('https://example.com'), 'https://example.com/health/live'],
])('under the base %s, live is at %s', async (base, address) => {
  await client({ base }).live();
  expect(host.mock.calls[0]?.[0]).toBe(address);
});

test('without options it asks where the page comes from, by the fetch that there is then', async () => {
  const oo = ooClient();
  vi.stubGlobal('fetch', host);
  expect(await oo.live()).toEqual({ ok: true, value: {} });
  expect(host.mock.calls[0]?.[0]).toBe('/health/live');
});

test('headers of the caller go with every request, beside its own', async () => {
  const oo = client({ headers: { Authorization: 'Bearer a' } });
  await oo.currentTip();
  await oo.askForTip();
  expect(headers()).toEqual([
    { Authorization: 'Bearer a' },
    { Authorization: 'Bearer a', 'Content-Type': 'application/json' },
  ]);
});

test('a token that changes is asked for before each request', async () => {
  const tokens = ['a', 'b'];
  const oo = client({ headers: async () => ({ Authorization: `Bearer ${tokens.shift()}` }) });
  await oo.live();
  await oo.live();
  expect(headers()).toEqual([{ Authorization: 'Bearer a' }, { Authorization: 'Bearer b' }]);
});

test('a token that cannot be had is an error of the caller, and nothing is sent', async () => {
  const headers = () => Promise.reject(new Error('signed out'));
  await expect(client({ headers }).live()).rejects.toThrow('signed out');
  expect(host).not.toHaveBeenCalled();
});

test('a host that is not reached is a problem, not an exception', async () => {
  host.mockRejectedValue(new TypeError('network'));
  expect(await client().live()).toEqual({ ok: false, problem: { status: 0 } });
});

test('an answer that breaks off is a problem, not an exception', async () => {
  const torn = new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) });
  host.mockResolvedValue(new Response(torn));
  expect(await client().live()).toEqual({ ok: false, problem: { status: 0 } });
});

test('an answer that takes too long is not waited for', async () => {
  host.mockImplementation((_, { signal }) => silence(signal!));
  expect(await client({ timeout: 1 }).live()).toEqual({ ok: false, problem: { status: 0 } });
});

test('the timeout is fifteen seconds unless said otherwise', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout');
  await client().live();
  await client({ timeout: 50 }).live();
  expect(timeout.mock.calls).toEqual([[15_000], [50]]);
});

test('a problem is told as the host says it', async () => {
  const problem = { type: 'about:blank', title: 'Not found', status: 404, detail: 'no such tip' };
  host.mockResolvedValue(Response.json(problem, { status: 404 }));
  expect(await client().live()).toEqual({ ok: false, problem });
});

test('what is not text in a problem is left out, and the status is the one of the answer', async () => {
  const body = { title: 'Busy', status: 500, detail: 7, trace: 'x' };
  host.mockResolvedValue(Response.json(body, { status: 503 }));
  expect(await client().live()).toEqual({ ok: false, problem: { status: 503, title: 'Busy' } });
});

test.each(['Bad gateway', '', 'null'])('an error that says %j keeps its status', async (body) => {
  host.mockResolvedValue(new Response(body, { status: 503 }));
  expect(await client().live()).toEqual({ ok: false, problem: { status: 503 } });
});

test.each(['<html>sign in</html>', '', 'null', '"live"'])('%j is no answer', async (body) => {
  host.mockResolvedValue(new Response(body));
  expect(await client().live()).toEqual({ ok: false, problem: { status: 502 } });
});

function client(options: Options = {}) {
  return ooClient({ fetch: host, ...options });
}

function headers(): unknown[] {
  return host.mock.calls.map(([, init]) => init.headers);
}

/** No answer, until it is given up. */
function silence(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}
