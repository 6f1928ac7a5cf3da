import type { Page, Past } from 'oo-client';
import { useEffect, useState } from 'preact/hooks';
import { past } from './api';
import { instantInWords } from './dates';
import { webLink } from './links';
import { strings } from './strings';
import { sourceName } from './words';

const words = strings.history;

type Load = 'loading' | 'loaded' | 'failed';

/** Past tips, newest first; read when opened, and again when something was recorded. */
export function History({ receipts }: { receipts: number }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="history" data-testid="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && <Pages receipts={receipts} />}
    </details>
  );
}

function Pages({ receipts }: { receipts: number }) {
  const [page, setPage] = useState<Page>({ tips: [] });
  const [load, setLoad] = useState<Load>('loading');

  const readAfter = async (before: Page) => {
    setLoad('loading');
    const answer = await past(before.next);
    setLoad(answer.ok ? 'loaded' : 'failed');
    if (answer.ok) setPage({ ...answer.value, tips: [...before.tips, ...answer.value.tips] });
  };
  useEffect(() => void readAfter({ tips: [] }), [receipts]);

  return (
    <div class="pages" aria-busy={load === 'loading'}>
      <ol>
        {page.tips.map((one) => (
          <Line key={one.tip.id} past={one} />
        ))}
      </ol>
      <Foot page={page} load={load} read={() => readAfter(page)} />
      <p>
        <a href="/v1/export" download data-testid="export">
          {words.export}
        </a>
      </p>
    </div>
  );
}

function Foot({ page, load, read }: { page: Page; load: Load; read: () => void }) {
  if (load === 'failed') {
    return (
      <p role="alert">
        {words.failed} <button onClick={read}>{words.retry}</button>
      </p>
    );
  }
  if (page.next) {
    return (
      <button data-testid="more" disabled={load === 'loading'} onClick={read}>
        {words.more}
      </button>
    );
  }
  if (page.tips.length > 0) return null;
  return <p>{load === 'loading' ? words.loading : words.empty}</p>;
}

function Line({ past: { tip, outcome } }: { past: Past }) {
  const href = webLink(tip.link);
  return (
    <li data-testid="history-item" data-outcome={outcome}>
      <span class="what" dir="auto">
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {tip.title}
          </a>
        ) : (
          tip.title
        )}
      </span>
      <span class="when">
        {sourceName(tip.source)} · <time dateTime={tip.servedAt}>{instantInWords(new Date(tip.servedAt), new Date())}</time>
      </span>
      <span class="outcome">{words.outcome[outcome] ?? outcome}</span>
    </li>
  );
}
