export { ooClient, type Client } from './client.js';
export type { Fetch, Options } from './call.js';
export type * from './wire.js';
