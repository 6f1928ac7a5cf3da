import { afterEach, expect, test, vi } from 'vitest';
import { allow, allowed, isSuggested, offered } from './suggestions';

/** A server that answers these paths with JSON, and what it was asked. */
function serving(answers: Record<string, unknown>) {
  const asked: { path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const path = new URL(String(input instanceof Request ? input.url : input), 'http://host/').pathname;
    asked.push({ path, body: init?.body ? JSON.parse(String(init.body)) : undefined });
    return new Response(JSON.stringify(answers[path] ?? {}), {
      status: path in answers ? 200 : 503,
      headers: { 'Content-Type': 'application/json' },
    });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test('a server without a model offers nothing', async () => {
  serving({ '/suggestions': {} });
  expect(await offered()).toBeUndefined();
  serving({});
  expect(await offered()).toBeUndefined();
});

test('what is offered says where it is', async () => {
  serving({ '/suggestions': { model: 'tips', at: 'localhost:4000' } });
  expect(await offered()).toEqual({ model: 'tips', at: 'localhost:4000' });
});

test('what is allowed beside it stays as it was', async () => {
  const profile = { zone: 'UTC', consents: ['recommend', 'learn'] };
  const asked = serving({ '/v1/profile': profile, '/v1/profile/consents': profile });
  expect(await allow(true)).toBe(false);
  expect(asked.at(-1)).toEqual({ path: '/v1/profile/consents', body: { consents: ['recommend', 'learn', 'llm'] } });
});

test('it is not known without an answer', async () => {
  serving({});
  expect(await allowed()).toBeUndefined();
  expect(await allow(true)).toBeUndefined();
});

test('only what the model wrote is a suggestion', () => {
  expect(isSuggested({ source: 'llm' })).toBe(true);
  expect(isSuggested({ source: 'todotxt' })).toBe(false);
});
