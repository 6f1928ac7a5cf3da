import type { Problem, Silence } from 'oo-client';
import type { ComponentChildren } from 'preact';
import { Eyes, type Mood } from './Eyes';
import { Heading } from './Heading';
import { signIn } from './session';
import { strings } from './strings';
import { useSignIn } from './useSignIn';

const words = strings.quiet;

/** Why there is no tip, and what to do about it. */
export function Silent({ silence, ask, ready }: { silence: Silence; ask: () => void; ready: boolean }) {
  const { reason } = silence;
  const { title, text } = words[reason] ?? words['none-open'];
  const mood = reason === 'all-filtered' ? 'asleep' : 'looking';
  return (
    <Quiet mood={mood} title={title} testId="silence" reason={reason}>
      <p>{text}</p>
      {reason === 'no-candidates' && <FirstList />}
      <button class="primary" data-testid="ask" disabled={!ready} onClick={ask}>
        {words.ask}
      </button>
    </Quiet>
  );
}

/** The pause after several dismissals in a row. */
export function Enough({ ask, ready }: { ask: () => void; ready: boolean }) {
  return (
    <Quiet mood="asleep" title={words.enough.title} testId="enough">
      <p>{words.enough.text}</p>
      <button data-testid="another" disabled={!ready} onClick={ask}>
        {words.enough.another}
      </button>
    </Quiet>
  );
}

/** The question that found no answer. */
export function Unanswered({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { title, text } = wordsFor(problem);
  const helps = useSignIn(problem);
  return (
    <Quiet mood="looking" title={title} testId="problem">
      <p>{problem.detail ?? problem.title ?? text}</p>
      {problem.status === 0 && <Command line={words.unreachable.code} />}
      {helps && (
        <button class="primary" data-testid="sign-in" onClick={signIn}>
          {strings.signIn}
        </button>
      )}
      {retry && (
        <button class={helps ? 'plain' : 'primary'} data-testid="retry" onClick={retry}>
          {strings.bar.retry}
        </button>
      )}
    </Quiet>
  );
}

/** The moment before an answer. */
export function Waiting() {
  return (
    <div class="waiting">
      <Eyes mood="looking" />
      <p>{strings.waiting}</p>
    </div>
  );
}

interface Props {
  mood: Mood;
  title: string;
  testId: string;
  reason?: string;
  children: ComponentChildren;
}

function Quiet({ mood, title, testId, reason, children }: Props) {
  return (
    <section class="silence" data-testid={testId} data-reason={reason}>
      <Eyes mood={mood} />
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

function FirstList() {
  const { code, hint, sample } = words['no-candidates'];
  return (
    <>
      <Command line={code} />
      <p class="note">
        {hint} <code>{sample}</code>
      </p>
    </>
  );
}

function Command({ line }: { line: string }) {
  return (
    <pre>
      <code>{line}</code>
    </pre>
  );
}

function wordsFor({ status }: Problem): { title: string; text: string } {
  if (status === 0) return words.unreachable;
  return status === 401 ? words.signedOut : words.troubled;
}
