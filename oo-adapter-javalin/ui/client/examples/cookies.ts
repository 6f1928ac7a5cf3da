import { ooClient } from 'oo-client';

export const oo = ooClient({
  base: 'https://tips.example.com',
  fetch: (address, init) => fetch(address, { ...init, credentials: 'include' }),
});
