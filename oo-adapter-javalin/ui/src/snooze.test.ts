import { expect, test } from 'vitest';
import { fieldValue, picked, snoozes } from './snooze';

const at = (hour: number, minute = 0, day = 24) => new Date(2026, 10, day, hour, minute);

test('an hour is an hour', () => {
  expect(snoozes(at(10, 7)).hour).toEqual(at(11, 7));
});

test.each([
  ['in the morning', at(8), at(18)],
  ['half an hour before', at(17, 30), at(18)],
  ['just before it', at(17, 31), at(21)],
  ['in the evening', at(19), at(21)],
  ['late', at(20, 31), at(18, 0, 25)],
  ['after midnight', at(0, 30), at(18)],
])('the evening, asked for %s', (_, now, evening) => {
  expect(snoozes(now).evening).toEqual(evening);
});

test('tomorrow is the next morning, over the end of a month too', () => {
  expect(snoozes(at(23, 59)).tomorrow).toEqual(at(9, 0, 25));
  expect(snoozes(new Date(2026, 11, 31, 12)).tomorrow).toEqual(new Date(2027, 0, 1, 9));
});

test('tomorrow morning is nine on the clock after the clocks change', () => {
  const before = new Date('2026-10-24T22:00:00+02:00');
  expect(snoozes(before).tomorrow.toISOString()).toBe('2026-10-25T08:00:00.000Z');
});

test('a field is filled in local time and read back', () => {
  expect(fieldValue(at(9, 5, 3))).toBe('2026-11-03T09:05');
  expect(picked('2026-11-24T12:00', at(11))).toEqual(at(12));
});

test.each(['', 'soon', '2026-11-24T10:59', '2026-11-24T11:00'])('%j is no time to come', (value) => {
  expect(picked(value, at(11))).toBeUndefined();
});
