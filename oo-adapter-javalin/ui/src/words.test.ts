import type { Reason } from 'oo-client';
import { expect, test } from 'vitest';
import { clauseOf as clauseAbout, reasonsInWords as reasonsAbout, sourceName } from './words';

const tip = { kind: 'home', source: 'todotxt' };
const clauseOf = (feature: string) => clauseAbout(feature, tip);
const reasonsInWords = (reasons: Reason[]) => reasonsAbout(reasons, tip);

test.each([
  ['hour=evening', 'it is evening'],
  ['day=weekend', 'it is the weekend'],
  ['source=2', 'it comes from todo.txt'],
  ['kind=7', 'it is filed under “home”'],
  ['age=weeks', 'it has been on your list for a while'],
  ['due=today', 'it is due today'],
  ['priority=1', 'it is marked urgent'],
  ['duration=verylong', 'it takes a long time'],
  ['shown=lately', 'you were shown it lately'],
  ['snoozed=lately', 'you snoozed it lately'],
  ['dismissed=lately', 'you dismissed it lately'],
])('%s is told as: %s', (feature, clause) => {
  expect(clauseOf(feature)).toBe(clause);
});

test('a cross is told as both of its sides', () => {
  expect(clauseOf('hour=evening × due=today')).toBe('it is evening, and it is due today');
});

test('a value may hold the signs that keys are made of', () => {
  expect(clauseOf('mood=a=b × c')).toBe('mood is “a=b × c”');
  expect(clauseOf('day=weekend × mood=2 × 2')).toBe('it is the weekend, and mood is “2 × 2”');
});

test('what has no words yet is told by its name and value', () => {
  expect(clauseOf('weather=rain')).toBe('weather is “rain”');
  expect(clauseOf('due=someday')).toBe('due is “someday”');
  expect(clauseOf('toString=constructor')).toBe('toString is “constructor”');
  expect(clauseOf('due=constructor')).toBe('due is “constructor”');
});

test('the three largest reasons are sentences, and what speaks against says so', () => {
  const reasons = [
    { feature: 'due=today', contribution: 0.3 },
    { feature: 'shown=lately', contribution: -0.2 },
    { feature: 'kind=3', contribution: 0.1 },
    { feature: 'hour=noon', contribution: 0.05 },
  ];
  expect(reasonsInWords(reasons)).toEqual([
    'It is due today.',
    'Although you were shown it lately.',
    'It is filed under “home”.',
  ]);
});

test('a bias is no reason, and neither is what added nothing', () => {
  const bias = { feature: 'usual', contribution: 0.5 };
  const nothing = { feature: 'due=today', contribution: 0 };
  expect(reasonsInWords([bias, nothing])).toEqual([]);
  expect(clauseOf('usual=always × kind=3')).toBe('it is filed under “home”');
});

test('no sentence comes twice', () => {
  const reasons = ['kind=2', 'kind=3'].map((feature) => ({ feature, contribution: 0.1 }));
  expect(reasonsInWords(reasons)).toHaveLength(1);
});

test('a source without a name of its own keeps its id', () => {
  expect(sourceName('github')).toBe('GitHub');
  expect(sourceName('constructor')).toBe('constructor');
});
