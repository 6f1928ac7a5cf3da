/** The JSON of the server's /v1 operations. */

export interface Reason {
  feature: string;
  contribution: number;
}

export interface Why {
  reasons: Reason[];
  exploration: boolean;
  missing: string[];
}

export interface Tip {
  id: string;
  title: string;
  source: string;
  key: string;
  kind: string;
  link?: string;
  due?: string;
  minutes?: number;
  priority?: number;
  servedAt: string;
  openUntil: string;
  why: Why;
}

export interface Silence {
  reason: 'no-candidates' | 'all-filtered' | 'no-consent' | 'none-open' | 'sources-missing';
}

export type Advice = { tip: Tip } | { silence: Silence };

export type Kind = 'done' | 'snooze' | 'dismiss' | 'undo';

export interface Reaction {
  tip: string;
  kind: Kind;
  id: string;
  until?: string;
  target?: string;
}

export interface Receipt {
  receipt: 'recorded' | 'repeated' | 'late';
  id: string;
}

export type Outcome =
  | 'open'
  | 'done'
  | 'snoozed'
  | 'dismissed'
  | 'ignored'
  | 'expired'
  | 'withdrawn';

export interface Past {
  tip: Tip;
  outcome: Outcome;
}

export interface Page {
  tips: Past[];
  next?: string;
}
