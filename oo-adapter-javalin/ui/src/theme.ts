import { useEffect, useState } from 'preact/hooks';
import { write } from './stored';

export type Theme = 'light' | 'dark';

/** The theme in use, and its opposite at the press of a button; what the system wants needs no storing. */
export function useTheme(): [Theme, () => void] {
  const [system, setSystem] = useState(systemTheme);
  const [chosen, setChosen] = useState(document.documentElement.dataset['theme'] as Theme | undefined);
  const theme = chosen ?? system;

  useEffect(() => {
    const listen = () => setSystem(systemTheme());
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);

  const toggle = () => {
    const opposite: Theme = theme === 'dark' ? 'light' : 'dark';
    const next = opposite === system ? undefined : opposite;
    if (next) document.documentElement.dataset['theme'] = next;
    else delete document.documentElement.dataset['theme'];
    write('theme', next);
    setChosen(next);
  };
  return [theme, toggle];
}

const query = matchMedia('(prefers-color-scheme: dark)');

function systemTheme(): Theme {
  return query.matches ? 'dark' : 'light';
}
