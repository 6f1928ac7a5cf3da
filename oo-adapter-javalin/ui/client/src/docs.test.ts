import { expect, test } from 'vitest';
import howTo from '../../../../docs/how-to/use-from-typescript.md?raw';
import readme from '../README.md?raw';

/** They are type-checked with the page. */
const examples = import.meta.glob<string>('../examples/*.ts', { query: '?raw', import: 'default', eager: true });

test('what the README shows is the first example', () => {
  expect(shownIn(readme)).toEqual([examples['../examples/first-tip.ts']]);
});

test('what the how-to shows are all the examples', () => {
  expect(shownIn(howTo).sort()).toEqual(Object.values(examples).sort());
});

function shownIn(page: string): string[] {
  return [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!);
}
