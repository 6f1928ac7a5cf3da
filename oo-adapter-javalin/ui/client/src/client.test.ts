import type { operations } from '#contract';
import { beforeEach, expect, expectTypeOf, test, vi } from 'vitest';
import type { Fetch } from './call.js';
import { ooClient, type Client } from './client.js';
import type { Value } from './operation.js';
import type { Answer } from './wire.js';

const host = vi.fn<Fetch>();
const oo = ooClient({ base: 'https://tips.example.com/', fetch: host });
const json = { 'Content-Type': 'application/json' };

beforeEach(() => {
  host.mockReset();
  host.mockImplementation(async () => Response.json({}));
});

test('every operation of the contract has a function, and there is no other', () => {
  expectTypeOf<keyof Client>().toEqualTypeOf<keyof operations>();
});

test('every function answers what the contract says of its operation', () => {
  expectTypeOf<{ [Id in keyof Client]: Awaited<ReturnType<Client[Id]>> }>().toEqualTypeOf<{
    [Id in keyof operations]: Answer<Value<operations[Id]>>;
  }>();
});

test.each<[keyof Client, () => Promise<unknown>, Sent]>([
  ['askForTip', () => oo.askForTip(), { path: '/v1/tips', method: 'POST', headers: json, body: {} }],
  [
    'askForTip',
    () => oo.askForTip({ attributes: { device: 'phone', minutesFree: 30 } }),
    { path: '/v1/tips', method: 'POST', headers: json, body: { attributes: { device: 'phone', minutesFree: 30 } } },
  ],
  ['currentTip', () => oo.currentTip(), { path: '/v1/tips/current' }],
  ['oneTip', () => oo.oneTip('0a'), { path: '/v1/tips/0a' }],
  ['oneTip', () => oo.oneTip('../a b'), { path: '/v1/tips/..%2Fa%20b' }],
  ['pastTips', () => oo.pastTips(), { path: '/v1/tips' }],
  ['pastTips', () => oo.pastTips({ limit: 5, before: 'a b&c' }), { path: '/v1/tips?limit=5&before=a+b%26c' }],
  ['pastTips', () => oo.pastTips({ limit: 5, before: undefined }), { path: '/v1/tips?limit=5' }],
  [
    'giveFeedback',
    () => oo.giveFeedback({ tip: 'a', kind: 'undo', id: 'second', target: 'first' }),
    {
      path: '/v1/feedback',
      method: 'POST',
      headers: json,
      body: { tip: 'a', kind: 'undo', id: 'second', target: 'first' },
    },
  ],
  ['profile', () => oo.profile(), { path: '/v1/profile' }],
  [
    'prefer',
    () => oo.prefer({ zone: 'Europe/Vienna' }),
    { path: '/v1/profile/zone', method: 'PUT', headers: json, body: { zone: 'Europe/Vienna' } },
  ],
  [
    'prefer',
    () => oo.prefer({ zone: 'UTC' }, '"0a"'),
    {
      path: '/v1/profile/zone',
      method: 'PUT',
      headers: { ...json, 'If-Match': '"0a"' },
      body: { zone: 'UTC' },
    },
  ],
  [
    'consent',
    () => oo.consent({ consents: ['recommend', 'learn'] }),
    { path: '/v1/profile/consents', method: 'PUT', headers: json, body: { consents: ['recommend', 'learn'] } },
  ],
  ['connections', () => oo.connections(), { path: '/v1/connections' }],
  [
    'connect',
    () => oo.connect({ connector: 'todoist', secret: 's', mayWrite: true, id: 'press' }),
    {
      path: '/v1/connections',
      method: 'POST',
      headers: json,
      body: { connector: 'todoist', secret: 's', mayWrite: true, id: 'press' },
    },
  ],
  [
    'askThere',
    () => oo.askThere({ connector: 'todoist' }),
    { path: '/v1/connections/ask', method: 'POST', headers: json, body: { connector: 'todoist' } },
  ],
  [
    'redeem',
    () => oo.redeem({ state: 's', code: 'c' }),
    { path: '/v1/connections/redeem', method: 'POST', headers: json, body: { state: 's', code: 'c' } },
  ],
  [
    'reconnect',
    () => oo.reconnect('a/b', { secret: 's' }),
    { path: '/v1/connections/a%2Fb/reconnect', method: 'POST', headers: json, body: { secret: 's' } },
  ],
  [
    'disconnect',
    () => oo.disconnect('0a'),
    { path: '/v1/connections/0a/disconnect', method: 'POST', headers: json, body: {} },
  ],
  ['exportOwn', () => oo.exportOwn(), { path: '/v1/export' }],
  ['standing', () => oo.standing(), { path: '/v1/admin/standing' }],
  ['policyStatus', () => oo.policyStatus(), { path: '/v1/admin/policy' }],
  ['deadLetters', () => oo.deadLetters(), { path: '/v1/admin/dead-letters' }],
  ['decision', () => oo.decision('0a', { user: 'a&b' }), { path: '/v1/admin/decisions/0a?user=a%26b' }],
  [
    'redrive',
    () => oo.redrive('0a', { user: 'ada' }),
    { path: '/v1/admin/dead-letters/0a/redrive', method: 'POST', headers: json, body: { user: 'ada' } },
  ],
  [
    'replay',
    () => oo.replay('0a', { user: 'ada' }),
    { path: '/v1/admin/decisions/0a/replay', method: 'POST', headers: json, body: { user: 'ada' } },
  ],
  ['rebuild', () => oo.rebuild(), { path: '/v1/admin/rebuild', method: 'POST', headers: json, body: {} }],
  ['metrics', () => oo.metrics(), { path: '/metrics' }],
  ['live', () => oo.live(), { path: '/health/live' }],
  ['ready', () => oo.ready(), { path: '/health/ready' }],
  ['contract', () => oo.contract(), { path: '/openapi.yaml' }],
])('%s sends what the contract says', async (_, call, { method = 'GET', headers = {}, ...rest }) => {
  await call();
  expect(sent()).toEqual([{ method, headers, ...rest }]);
});

test('an answer is what came', async () => {
  host.mockResolvedValueOnce(Response.json({ silence: { reason: 'no-candidates' } }));
  expect(await oo.askForTip()).toEqual({ ok: true, value: { silence: { reason: 'no-candidates' } } });
});

test('a new tip is an answer like one that is open', async () => {
  host.mockResolvedValueOnce(Response.json({ tip: { title: 'Water the plants' } }, { status: 201 }));
  expect(await oo.askForTip()).toEqual({ ok: true, value: { tip: { title: 'Water the plants' } } });
});

test('an answer has its tag', async () => {
  host.mockResolvedValueOnce(Response.json({ zone: 'UTC' }, { headers: { ETag: '"0a"' } }));
  expect(await oo.profile()).toEqual({ ok: true, value: { zone: 'UTC' }, tag: '"0a"' });
});

test('the contract is text', async () => {
  host.mockResolvedValueOnce(new Response('openapi: 3.1.0'));
  expect(await oo.contract()).toEqual({ ok: true, value: 'openapi: 3.1.0' });
});

interface Sent {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

function sent(): Sent[] {
  return host.mock.calls.map(([address, { method = 'GET', headers, body }]) => ({
    path: address.replace('https://tips.example.com', ''),
    method,
    headers: headers as Record<string, string>,
    ...(body ? { body: JSON.parse(String(body)) } : {}),
  }));
}
