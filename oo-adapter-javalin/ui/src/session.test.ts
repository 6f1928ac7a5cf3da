import { afterEach, expect, test, vi } from 'vitest';
import { signedIn, signedOut } from './session';

afterEach(() => vi.unstubAllGlobals());

test.each([
  [{ signedIn: true }, true, false],
  [{ signedIn: false }, false, true],
  [{ status: 404 }, false, false],
])('what the server says of a session %j means in: %s, out: %s', async (said, isIn, isOut) => {
  vi.stubGlobal('fetch', async () => Response.json(said));
  expect(await signedIn()).toBe(isIn);
  expect(await signedOut()).toBe(isOut);
});

test('where there is no answer nobody has signed in', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('network')));
  expect(await signedIn()).toBe(false);
  expect(await signedOut()).toBe(false);
});
