import { expect, test } from 'vitest';
import { webLink } from './links';

test.each(['https://example.org/t/1', 'http://localhost:8080/'])('%s may be followed', (link) => {
  expect(webLink(link)).toBe(link);
});

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,hi',
  'file:///etc/passwd',
  '/relative',
  '//example.org',
  '',
  undefined,
])('%j may not', (link) => {
  expect(webLink(link)).toBeUndefined();
});
