import { afterEach, expect, test, vi } from 'vitest';
import { signedIn } from './session';

afterEach(() => vi.unstubAllGlobals());

test.each([
  [{ signedIn: true }, true],
  [{ signedIn: false }, false],
  [{ status: 404 }, false],
])('what the server says of a session %j means %s', async (said, isIn) => {
  vi.stubGlobal('fetch', async () => Response.json(said));
  expect(await signedIn()).toBe(isIn);
});

test('where there is no answer nobody has signed in', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('network')));
  expect(await signedIn()).toBe(false);
});
