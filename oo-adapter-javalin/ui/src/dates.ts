import { language, strings } from './strings';

const DAY_MS = 86_400_000;
const wanted = globalThis.navigator?.languages ?? [];
const locale = wanted.find((one) => one.startsWith(language)) ?? language;

const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const dayAndTime = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
const nearTime = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** A due date (a local day) as seen from now. */
export function dueInWords(due: string, now: Date): string {
  const date = localDay(due);
  const days = daysBetween(now, date);
  const format = date.getFullYear() === now.getFullYear() ? day : dayOfYear;
  const words = Math.abs(days) <= 1 ? relative.format(days, 'day') : format.format(date);
  return days < 0 ? strings.chips.overdue(words) : strings.chips.due(words);
}

/** An instant as short as it can be told from now. */
export function instantInWords(instant: Date, now: Date): string {
  const days = daysBetween(now, instant);
  if (days === 0) return time.format(instant);
  return Math.abs(days) < 6 ? nearTime.format(instant) : dayAndTime.format(instant);
}

/** Minutes as hours and minutes. */
export function minutesInWords(minutes: number): string {
  const whole = Math.round(minutes);
  const parts: [number, 'hour' | 'minute'][] = [
    [Math.floor(whole / 60), 'hour'],
    [whole % 60, 'minute'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => inUnit(count, unit))
    .join(' ');
}

/** Names as one enumeration. */
export function listInWords(names: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

function inUnit(count: number, unit: 'hour' | 'minute'): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}

function localDay(due: string): Date {
  const [year = 0, month = 1, date = 1] = due.split('-').map(Number);
  return new Date(year, month - 1, date);
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}
