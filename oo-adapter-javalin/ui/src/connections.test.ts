import type { Connection } from 'oo-client';
import { afterEach, expect, test, vi } from 'vitest';
import { asks, letIn, redeem, returned, standing } from './connections';

const now = new Date('2026-11-27T12:00:00Z');
const connection = (more: Partial<Connection>): Connection => ({
  id: 'c',
  connector: 'todoist',
  mayWrite: false,
  state: 'active',
  ...more,
});

afterEach(() => vi.unstubAllGlobals());

test.each<[Partial<Connection>, RegExp]>([
  [{}, /first time/],
  [{ synced: '2026-11-27T11:59:00Z' }, /^In sync: /],
  [{ state: 'reconnect', trouble: 'revoked' }, /^Todoist does not let oO in any more.* connect again/],
  [{ state: 'troubled', trouble: 'throttled', retry: '2026-11-27T12:20:00Z' }, /^Todoist asks oO to wait\. oO tries again: /],
  [{ state: 'troubled', trouble: 'unavailable' }, /^Todoist does not answer\.$/],
  [{ state: 'troubled', trouble: 'malformed' }, /does not understand/],
])('%j is told in plain words', (more, words) => {
  expect(standing(connection(more), now)).toMatch(words);
});

test('a system says what must be told to connect it', () => {
  const one = { name: 'a', asksThere: false, needsTarget: false, takesTarget: false, givesSecret: false };
  expect(asks(one)).toEqual(['secret']);
  expect(asks({ ...one, needsTarget: true, takesTarget: true })).toEqual(['target', 'secret']);
  expect(asks({ ...one, takesTarget: true, givesSecret: true })).toEqual(['target']);
});

test('a secret that was made here is told with where tasks go', async () => {
  vi.stubGlobal('location', { origin: 'https://oo.example' });
  vi.stubGlobal('fetch', async () => Response.json({ ...connection({ connector: 'webhook' }), secret: 'whsec_x' }));
  const told = await letIn({ connector: 'webhook', mayWrite: false });
  expect(told).toContain('https://oo.example/webhooks/tasks/c, signed with whsec_x');
});

function at(address: string) {
  const { pathname, search } = new URL(address, 'https://oo.example');
  const replaceState = vi.fn();
  vi.stubGlobal('location', { pathname, search });
  vi.stubGlobal('history', { replaceState });
  return replaceState;
}

test('who comes back brings a state and a code, which the address forgets', () => {
  const forgotten = at('/connected?state=s&code=c');
  expect(returned()).toEqual({ state: 's', code: 'c' });
  expect(forgotten).toHaveBeenCalledWith(null, '', '/');
});

test('who was not allowed, or did not come back, brings nothing', async () => {
  at('/connected?error=access_denied');
  expect(returned()).toBe('refused');
  expect(await redeem('refused')).toMatch(/not allowed/);
  at('/');
  expect(returned()).toBeUndefined();
  expect(await redeem(undefined)).toBeUndefined();
});

test.each([
  [404, /too long/],
  [502, /did not answer/],
])('when a return is answered with %s, that is told', async (status, words) => {
  vi.stubGlobal('fetch', async () => Response.json({ status }, { status }));
  expect(await redeem({ state: 's', code: 'c' })).toMatch(words);
});
