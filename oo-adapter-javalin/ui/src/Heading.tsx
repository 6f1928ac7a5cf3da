import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  children: ComponentChildren;
  length?: 'short' | 'long' | 'longest';
  id?: string;
  testId?: string;
}

/** The heading of what is shown; it takes the focus when it appears. */
export function Heading({ children, length, id, testId }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} id={id} tabIndex={-1} dir="auto" data-length={length} data-testid={testId}>
      {children}
    </h1>
  );
}
