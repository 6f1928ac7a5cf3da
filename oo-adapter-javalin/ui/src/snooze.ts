/** The offered ends of a snooze. */
export interface Snoozes {
  hour: Date;
  evening: Date;
  tomorrow: Date;
}

const HOUR_MS = 3_600_000;
const NOTICE_MS = HOUR_MS / 2;
const EVENING = 18;
const LATE_EVENING = 21;
const MORNING = 9;

export function snoozes(now: Date): Snoozes {
  const hour = new Date(now.getTime() + HOUR_MS);
  return { hour, evening: evening(now), tomorrow: at(now, 1, MORNING) };
}

/** The next evening hour that is at least half an hour away, today if there is one. */
function evening(now: Date): Date {
  const tonight = [at(now, 0, EVENING), at(now, 0, LATE_EVENING)];
  const left = tonight.find((end) => end.getTime() - now.getTime() >= NOTICE_MS);
  return left ?? at(now, 1, EVENING);
}

function at(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}

/** The value of a datetime-local field, in local time. */
export function fieldValue(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that a datetime-local field names, if it is after now. */
export function picked(value: string, now: Date): Date | undefined {
  const date = new Date(value);
  return date.getTime() > now.getTime() ? date : undefined;
}
