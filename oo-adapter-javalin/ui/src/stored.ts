import type { Press } from './api';

/** What this browser remembers; nothing, where storage is blocked. */
export function read(key: string): string | undefined {
  try {
    return localStorage.getItem(`oo.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function write(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`oo.${key}`);
    else localStorage.setItem(`oo.${key}`, value);
  } catch {
    // blocked or full: the page works without
  }
}

/** The reaction that is on its way, so that closing the page does not lose it. */
export function undelivered(): Press | undefined {
  try {
    const reaction: unknown = JSON.parse(read('undelivered') ?? 'null');
    return isPress(reaction) ? reaction : undefined;
  } catch {
    return undefined;
  }
}

export function keep(reaction: Press | undefined): void {
  write('undelivered', reaction && JSON.stringify(reaction));
}

function isPress(value: unknown): value is Press {
  return typeof value === 'object' && value !== null && 'tip' in value && 'kind' in value && 'id' in value;
}
