import { useLayoutEffect, useState } from 'preact/hooks';
import { commandFor, placeOf, type Command } from './keys';
import { read, write } from './stored';

/** Runs the command of each key pressed, unless the person has turned single keys off. */
export function useKeys(run: (command: Command) => void): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => read('keys') !== 'off');

  // At once with what is shown: a key pressed before the page is painted is meant for that.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing } = event;
      if (!on || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const place = placeOf(event.target);
      const command = commandFor({ key, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing, place });
      if (!command) return;
      event.preventDefault();
      run(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on, run]);

  const turn = (next: boolean) => {
    write('keys', next ? undefined : 'off');
    setOn(next);
  };
  return [on, turn];
}
