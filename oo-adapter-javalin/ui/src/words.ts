import type { Reason, Tip } from 'oo-client';
import { strings } from './strings';

const MOST = 3;
const CROSS = / × (?=[^=×]+=)/;
const BIAS = 'usual';

/** The tip that reasons speak of: a feature hashes these into numbers, a person reads them as they are. */
type About = Pick<Tip, 'kind' | 'source'>;

/** The largest reasons for a tip in plain words; a bias alone is no reason. */
export function reasonsInWords(reasons: Reason[], tip: About): string[] {
  const sentences = reasons
    .filter((reason) => reason.contribution !== 0)
    .map((reason) => ({ clause: clauseOf(reason.feature, tip), speaksFor: reason.contribution > 0 }))
    .filter(({ clause }) => clause !== '')
    .map(({ clause, speaksFor }) =>
      speaksFor ? strings.why.because(clause) : strings.why.although(clause),
    );
  return [...new Set(sentences)].slice(0, MOST);
}

/** A feature key, such as `hour=evening × due=today`, as a clause. */
export function clauseOf(feature: string, tip: About): string {
  const parts = feature.split(CROSS).filter((part) => blockOf(part) !== BIAS);
  return strings.why.and(parts.map((part) => clauseOfPart(part, tip)));
}

/** A source's own name. */
export function sourceName(source: string): string {
  return lookUp(strings.sources, source) ?? source;
}

function clauseOfPart(part: string, tip: About): string {
  const block = blockOf(part);
  const value = part.slice(block.length + 1);
  if (block === 'source') return strings.clauses.source(sourceName(tip.source));
  if (block === 'kind') return strings.clauses.kind(tip.kind);
  return known(block, value) ?? strings.why.other(block, value);
}

function known(block: string, key: string): string | undefined {
  const table = lookUp<Readonly<Record<string, string>>>(strings.values, block);
  return table && lookUp(table, key);
}

function blockOf(part: string): string {
  const end = part.indexOf('=');
  return end < 0 ? part : part.slice(0, end);
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
