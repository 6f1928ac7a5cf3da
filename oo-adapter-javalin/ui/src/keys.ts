export type Command = 'done' | 'snooze' | 'dismiss' | 'undo' | 'help';

/** The parts of a keydown event that decide, and where it happened. */
export interface Stroke {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  place: Place;
}

/** In a field keys write; on a button or a link Enter presses it. */
export type Place = 'field' | 'control' | 'page';

const COMMANDS: Readonly<Record<string, Command>> = {
  d: 'done',
  enter: 'done',
  s: 'snooze',
  x: 'dismiss',
  z: 'undo',
  '?': 'help',
};

export function commandFor(stroke: Stroke): Command | undefined {
  if (stroke.place === 'field' || stroke.repeat || stroke.isComposing) return undefined;
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return undefined;
  if (stroke.shiftKey && stroke.key !== '?') return undefined;
  if (stroke.key === 'Enter' && stroke.place === 'control') return undefined;
  const key = stroke.key.toLowerCase();
  return Object.hasOwn(COMMANDS, key) ? COMMANDS[key] : undefined;
}

export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable]')) return 'field';
  return target.closest('a, button, summary, [role="button"]') ? 'control' : 'page';
}
