import { expect, test } from 'vitest';
import { commandFor, type Stroke } from './keys';

const plain: Stroke = {
  key: 'd',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  place: 'page',
};

test.each([
  ['d', 'done'],
  ['Enter', 'done'],
  ['s', 'snooze'],
  ['x', 'dismiss'],
  ['z', 'undo'],
  ['?', 'help'],
  ['D', 'done'],
])('%s means %s', (key, command) => {
  expect(commandFor({ ...plain, key })).toBe(command);
});

test.each(['a', 'Escape', 'constructor', ' '])('%j means nothing', (key) => {
  expect(commandFor({ ...plain, key })).toBeUndefined();
});

test.each([
  { ctrlKey: true },
  { altKey: true },
  { metaKey: true },
  { shiftKey: true },
  { repeat: true },
  { isComposing: true },
  { place: 'field' as const },
])('a key with %j means nothing', (more) => {
  expect(commandFor({ ...plain, ...more })).toBeUndefined();
});

test('the question mark may need the shift key', () => {
  expect(commandFor({ ...plain, key: '?', shiftKey: true })).toBe('help');
});

test('Enter on a button is the press of that button', () => {
  expect(commandFor({ ...plain, key: 'Enter', place: 'control' })).toBeUndefined();
  expect(commandFor({ ...plain, key: 'x', place: 'control' })).toBe('dismiss');
});
