import { expect, test } from 'vitest';
import { dueInWords, instantInWords, listInWords, minutesInWords } from './dates';

const now = new Date(2026, 10, 24, 14, 30);

test.each([
  ['2026-11-24', 'Due today'],
  ['2026-11-25', 'Due tomorrow'],
  ['2026-11-23', 'Overdue since yesterday'],
  ['2026-11-20', 'Overdue since Fri, Nov 20'],
  ['2026-11-30', 'Due Mon, Nov 30'],
  ['2027-01-02', 'Due Jan 2, 2027'],
])('%s is: %s', (due, words) => {
  expect(dueInWords(due, now)).toBe(words);
});

test('a due date is a local day, also late in the evening', () => {
  expect(dueInWords('2026-11-24', new Date(2026, 10, 24, 23, 59))).toBe('Due today');
});

test.each([
  [5, '5 min'],
  [60, '1 hr'],
  [95, '1 hr 35 min'],
])('%i minutes are %s', (minutes, words) => {
  expect(minutesInWords(minutes)).toBe(words);
});

test('an instant names its day only when it is another one', () => {
  expect(instantInWords(new Date(2026, 10, 24, 18), now)).toMatch(/^6:00\sPM$/);
  expect(instantInWords(new Date(2026, 10, 25, 9), now)).toMatch(/^Wed,? 9:00\sAM$/);
  expect(instantInWords(new Date(2026, 11, 24, 9), now)).toMatch(/^Thu, Dec 24,? (at )?9:00\sAM$/);
});

test('names are joined as a list', () => {
  expect(listInWords(['Todoist', 'Calendar'])).toBe('Todoist and Calendar');
});
