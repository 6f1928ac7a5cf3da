export type Mood = 'awake' | 'looking' | 'asleep';

/** The wordmark, which looks, rests and wakes. */
export function Eyes({ mood, label }: { mood: Mood; label?: string }) {
  const named = label ? ({ role: 'img', 'aria-label': label } as const) : { 'aria-hidden': true };
  return (
    <svg class="eyes" data-mood={mood} viewBox="0 0 64 36" fill="none" {...named}>
      {mood === 'asleep' ? <path d="M4 21q10 11 20 0M30 18q14.5 16 29 0" /> : <Rings />}
      {mood === 'looking' && <Pupils />}
    </svg>
  );
}

function Rings() {
  return (
    <>
      <circle cx="14" cy="23" r="10" />
      <circle cx="44.5" cy="18" r="15.5" />
    </>
  );
}

function Pupils() {
  return (
    <g class="pupils">
      <circle cx="14" cy="23" r="2.5" />
      <circle cx="44.5" cy="18" r="4" />
    </g>
  );
}
