import { ooClient, type Client } from 'oo-client';

export function signedIn(token: () => Promise<string>): Client {
  return ooClient({
    base: 'https://tips.example.com',
    headers: async () => ({ Authorization: `Bearer ${await token()}` }),
    timeout: 5_000,
  });
}
