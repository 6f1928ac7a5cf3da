import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask, mayPass, past, react, type Press } from './api';

const reaction: Press = { tip: 'a', kind: 'done', id: 'once' };
const server = vi.fn<typeof fetch>();

beforeEach(() => {
  server.mockReset();
  vi.stubGlobal('fetch', server);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('asking sends JSON, with the device when it is known', async () => {
  server.mockImplementation(async () => Response.json({ silence: { reason: 'no-candidates' } }));
  await ask();
  await ask('phone');
  expect(server.mock.calls.map(([, init]) => init?.body)).toEqual([
    '{}',
    '{"attributes":{"device":"phone"}}',
  ]);
  expect(server.mock.calls[0]?.[1]?.headers).toEqual({ 'X-OO': 'page', 'Content-Type': 'application/json' });
});

test('a reaction lost on the network goes once more, as the same press', async () => {
  server.mockRejectedValueOnce(new TypeError('network'));
  server.mockResolvedValueOnce(Response.json({ receipt: 'repeated', id: 'once' }));
  const answer = await withTime(react(reaction));
  expect(answer).toEqual({ ok: true, value: { receipt: 'repeated', id: 'once' } });
  expect(bodies()).toEqual([reaction, reaction]);
});

test('a reaction lost twice is a problem, not an exception', async () => {
  server.mockRejectedValue(new TypeError('network'));
  expect(await withTime(react(reaction))).toEqual({ ok: false, problem: { status: 0 } });
  expect(server).toHaveBeenCalledTimes(2);
});

test('an answer of the server is not asked for twice', async () => {
  const body = { title: 'Unknown tip', status: 404, detail: 'no such tip' };
  server.mockResolvedValue(Response.json(body, { status: 404 }));
  expect(await withTime(react(reaction))).toEqual({ ok: false, problem: body });
  expect(server).toHaveBeenCalledTimes(1);
});

test('the cursor of a page is sent as it came', async () => {
  server.mockResolvedValue(Response.json({ tips: [] }));
  await past('a b&c');
  expect(server.mock.calls[0]?.[0]).toBe('/v1/tips?limit=20&before=a+b%26c');
});

test.each([
  [0, true],
  [401, true],
  [429, true],
  [503, true],
  [400, false],
  [404, false],
  [409, false],
  [413, false],
])('whether trying again can help after %i: %s', (status, may) => {
  expect(mayPass({ status })).toBe(may);
});

function bodies(): unknown[] {
  return server.mock.calls.map(([, init]) => JSON.parse(String(init?.body)));
}

async function withTime<T>(answer: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return answer;
}
