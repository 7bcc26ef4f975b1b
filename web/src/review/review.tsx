/** 审核: a queue one goes through with the keyboard alone; what is odd stands out. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { type UpperTier, isUpper } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { Pages } from '../parts/pages';
import { Loading, Missing, Wrong } from '../parts/states';
import { reportQuery } from '../tasks/task-data';
import { KeysHelp } from './keys-help';
import { inOrder, isOdd } from './oddities';
import { Paper } from './paper';
import { QueueList } from './queue-list';
import './review.css';
import type { ReviewSearch } from './routes';
import { useKeys } from './use-keys';
import { SIZE, useReview } from './use-review';

type Report = Schemas['ReportInList'];

export function Review() {
  const tier = useTier();
  return isUpper(tier) ? <Queue tier={tier} /> : <Missing />;
}

function Queue({ tier }: { readonly tier: UpperTier }) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { report: at, odd, page = 1 } = useSearch({ from: '/inside/review' });
  const { reviews, busy, going, accept, giveBack, acceptMany } = useReview(tier, page);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [help, setHelp] = useState(false);
  const paper = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const nothing = useRef<HTMLParagraphElement>(null);
  const field = useRef<InputRef>(null);
  const all = reviews.data?.items ?? [];
  const items = inOrder(all, odd);
  const index = Math.max(
    0,
    items.findIndex(({ id }) => id === at),
  );
  const current = items[index];
  const following = items[index + 1];
  const picked = items.filter(({ id }) => chosen.has(id));
  const plain = items.filter((report) => !isOdd(report));

  const search = (part: ReviewSearch) =>
    void navigate({ to: '/review', search: (before) => ({ ...before, ...part }), replace: true });
  const go = (report: Report | undefined) => search({ report: report?.id });
  const toggle = ({ id }: Report) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  /** On to the next, with the focus: on its heading, or on the words that nothing is left. */
  const decided = async (deed: Promise<boolean>): Promise<boolean> => {
    const then = following ?? items[index - 1];
    if (!(await deed)) return false;
    go(then);
    requestAnimationFrame(() => (heading.current ?? nothing.current)?.focus());
    return true;
  };

  useEffect(() => {
    if (following !== undefined) void client.prefetchQuery(reportQuery(tier, following.id));
  }, [client, tier, following?.id]);
  // the last of a later page went: there are only earlier ones
  const over = reviews.data !== undefined && all.length === 0 && page > 1;
  useEffect(() => {
    if (over) search({ page: undefined });
  });

  const left = reviews.data?.total;
  // the last paper went, and the focus with it
  useEffect(() => {
    if (left === 0 && document.activeElement === document.body) nothing.current?.focus();
  }, [left]);

  const here = (deed: (report: Report) => void) => () => {
    if (current !== undefined) deed(current);
  };
  const decides = may('report.review');
  const next = () => go(items[Math.min(index + 1, items.length - 1)]);
  const previous = () => go(items[Math.max(index - 1, 0)]);
  useKeys({
    j: next,
    arrowdown: next,
    k: previous,
    arrowup: previous,
    x: here(toggle),
    ' ': here(toggle),
    enter: () => heading.current?.focus(),
    v: () => paper.current?.querySelector<HTMLButtonElement>('.picture')?.click(),
    a: here((report) => decides && void decided(accept(report))),
    r: () => field.current?.focus(),
    o: () => search({ odd: odd === undefined ? 'first' : odd === 'first' ? 'only' : undefined, report: undefined }),
    '?': () => setHelp(true),
  });

  if (reviews.isPending) return <Loading />;
  if (reviews.data === undefined) return <Wrong error={reviews.error} />;
  const { total } = reviews.data;
  return (
    <>
      <h1>
        {t('review.title')} <small>{t('review.count', { count: total })}</small>
      </h1>
      {total > 0 && (
        <div className="filters">
          <label>
            <span>{t('review.order')}</span>
            <select
              value={odd ?? 'all'}
              onChange={({ target: { value } }) =>
                search({ odd: value === 'first' || value === 'only' ? value : undefined, report: undefined })
              }
            >
              <option value="all">{t('review.orders.all')}</option>
              <option value="first">{t('review.orders.first')}</option>
              <option value="only">{t('review.orders.only')}</option>
            </select>
          </label>
          {decides && (
            <>
              <Button
                disabled={plain.length === 0 || busy}
                onClick={() => setChosen(new Set(plain.map(({ id }) => id)))}
              >
                {t('review.choosePlain', { count: plain.length })}
              </Button>
              <Button
                type="primary"
                disabled={picked.length === 0 || busy}
                onClick={() =>
                  void acceptMany(picked).then(() => {
                    // what was chosen meanwhile stays chosen, and the focus where somebody put it
                    setChosen((now) => new Set([...now].filter((id) => !picked.some((report) => report.id === id))));
                    if (document.activeElement === document.body) (heading.current ?? nothing.current)?.focus();
                  })
                }
              >
                {t('review.acceptMany', { count: picked.length })}
              </Button>
            </>
          )}
          {going !== undefined && (
            <span role="status">
              <progress max={going.all} value={going.done} aria-label={t('review.going', going)} />{' '}
              {t('review.going', going)}
            </span>
          )}
          <button type="button" className="plain keys-hint" onClick={() => setHelp(true)}>
            {t('review.keys')}
          </button>
        </div>
      )}
      {current === undefined ? (
        <p ref={nothing} tabIndex={-1} className="kind">
          {total === 0 ? t('review.empty') : t('review.noneOdd')}
        </p>
      ) : (
        <div className="split">
          <QueueList items={items} current={current} chosen={chosen} onToggle={toggle} onPick={go} />
          <Paper
            tier={tier}
            report={current}
            busy={busy}
            paper={paper}
            heading={heading}
            field={field}
            onAccept={() => void decided(accept(current))}
            onReturn={(reason) => decided(giveBack(current, reason))}
          />
        </div>
      )}
      {total > SIZE && (
        <Pages
          page={page}
          size={SIZE}
          total={total}
          words={t('review.page', { count: all.length, total })}
          onPage={(to) => search({ page: to, report: undefined })}
        />
      )}
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </>
  );
}
