/** 审核: a queue one goes through with the keyboard alone; what is odd stands out. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button, Checkbox, Input, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type UpperTier, isUpper, upperDoors } from '../api/doors';
import { useMe, useTier } from '../api/me';
import { deskKey } from '../desk/desk';
import { amount } from '../parts/amount';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { Time } from '../parts/time';
import { ReportWay } from '../tasks/reports';
import { oddities } from './oddities';
import { recentReasons, rememberReason } from './reasons';

type Report = Schemas['ReportInList'];
const MOST = 200;
const AT_ONCE = 4;

export function Review() {
  const tier = useTier();
  return isUpper(tier) ? <Queue tier={tier} /> : <Missing />;
}

function Queue({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { report: at } = useSearch({ from: '/inside/review' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const field = useRef<InputRef>(null);
  const reviews = useQuery({
    queryKey: ['reviews', tier],
    queryFn: () => got(api.GET(upperDoors[tier].reports, { params: { query: { page: 1, pageSize: MOST } } })),
  });
  const items = reviews.data?.items ?? [];
  const index = Math.max(
    0,
    items.findIndex(({ id }) => id === at),
  );
  const current = items[index];

  const go = useCallback(
    (report: Report | undefined) => void navigate({ to: '/review', search: { report: report?.id }, replace: true }),
    [navigate],
  );
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['reviews'] }),
      client.invalidateQueries({ queryKey: deskKey }),
      client.invalidateQueries({ queryKey: ['report'] }),
    ]);
  const toggle = ({ id }: Report) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const next = () => items[index + 1] ?? items[index - 1];
  const act = async (deed: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    try {
      await deed();
    } catch (error) {
      void message.error(words(error));
    } finally {
      await again();
      setBusy(false);
    }
  };
  const accept = (report: Report) =>
    act(async () => {
      const then = next();
      await got(api.POST(upperDoors[tier].acceptance, { params: { path: { id: report.id } } }));
      void message.success(t('review.accepted', { union: report.unionName, title: report.taskTitle }));
      go(then);
    });
  const giveBack = (report: Report) =>
    act(async () => {
      const then = next();
      await got(api.POST(upperDoors[tier].return, { params: { path: { id: report.id } }, body: { reason } }));
      rememberReason(officer.id, reason);
      setReason('');
      void message.success(t('review.returned', { union: report.unionName, title: report.taskTitle }));
      go(then);
    });
  const acceptMany = () =>
    act(async () => {
      const left = items.filter(({ id }) => chosen.has(id));
      const failed: unknown[] = [];
      let accepted = 0;
      const worker = async () => {
        for (let report = left.shift(); report !== undefined; report = left.shift()) {
          try {
            await got(api.POST(upperDoors[tier].acceptance, { params: { path: { id: report.id } } }));
            accepted += 1;
          } catch (error) {
            failed.push(error);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      setChosen(new Set());
      if (accepted > 0) void message.success(t('review.acceptedMany', { count: accepted }));
      if (failed.length > 0)
        void message.error(t('review.failedMany', { count: failed.length, why: words(failed[0]) }));
    });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')) return;
      if (event.ctrlKey || event.metaKey || event.altKey || current === undefined) return;
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'arrowdown') go(items[Math.min(index + 1, items.length - 1)]);
      else if (key === 'k' || key === 'arrowup') go(items[Math.max(index - 1, 0)]);
      else if (key === 'x') toggle(current);
      else if (key === 'a') void accept(current);
      else if (key === 'r') field.current?.focus();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  if (reviews.isPending) return <Loading />;
  if (reviews.data === undefined) return <Wrong error={reviews.error} />;
  return (
    <>
      <h1>
        {t('review.title')} <small>{t('review.count', { count: reviews.data.total })}</small>
      </h1>
      {current === undefined ? (
        <p className="kind">{t('review.empty')}</p>
      ) : (
        <>
          <div className="filters">
            <Button type="primary" disabled={chosen.size === 0 || busy} onClick={() => void acceptMany()}>
              {t('review.acceptMany', { count: chosen.size })}
            </Button>
            <span className="hint">{t('review.keys')}</span>
          </div>
          <div className="split">
            <ul className="queue">
              {items.map((report) => (
                <li key={report.id} aria-current={report.id === current.id ? 'true' : undefined}>
                  <Checkbox
                    aria-label={`${t('review.select')} ${report.unionName} ${report.taskTitle}`}
                    checked={chosen.has(report.id)}
                    onChange={() => toggle(report)}
                  />
                  <button type="button" className="pick" onClick={() => go(report)}>
                    <strong>{report.unionName}</strong> {report.taskTitle}
                    <span className="figure">
                      {amount(report.done)} / {amount(report.target)} {report.unit}
                    </span>
                    <Odd report={report} />
                  </button>
                </li>
              ))}
            </ul>
            <section className="paper" aria-live="polite" data-report={current.id}>
              <h2>
                {current.unionName} · {current.taskTitle}
              </h2>
              <Figures report={current} />
              <Odd report={current} />
              <ReportWay tier={tier} id={current.id} />
              <div className="deeds">
                <Button type="primary" loading={busy} onClick={() => void accept(current)}>
                  {t('review.accept')}
                </Button>
                <form
                  className="return"
                  onSubmit={(event) => {
                    event.preventDefault();
                    if (reason.trim() === '') field.current?.focus();
                    else void giveBack(current);
                  }}
                >
                  <Input
                    ref={field}
                    aria-label={t('review.reason')}
                    placeholder={t('review.reasonNeeded')}
                    list="reasons"
                    value={reason}
                    onChange={({ target: { value } }) => setReason(value)}
                    onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
                  />
                  <datalist id="reasons">
                    {[...recentReasons(officer.id), ...t('review.phrases', { returnObjects: true })].map((phrase) => (
                      <option key={phrase} value={phrase} />
                    ))}
                  </datalist>
                  <Button htmlType="submit" danger disabled={busy}>
                    {t('review.return')}
                  </Button>
                </form>
              </div>
            </section>
          </div>
        </>
      )}
    </>
  );
}

function Odd({ report }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <span className="odd">
      {oddities(report).map((oddity) => (
        <span key={oddity} className={`tag tag-${oddity}`}>
          {t(`review.odd.${oddity}`)}
        </span>
      ))}
      {report.resubmitted && <span className="tag">{t('report.resubmitted')}</span>}
    </span>
  );
}

function Figures({ report }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <div>
        <dt>{t('review.before')}</dt>
        <dd>{amount(report.accepted)}</dd>
      </div>
      <div>
        <dt>{t('review.now')}</dt>
        <dd>
          <strong>
            {amount(report.done)} {report.unit}
          </strong>
        </dd>
      </div>
      <div>
        <dt>{t('review.target')}</dt>
        <dd>{amount(report.target)}</dd>
      </div>
      <div>
        <dt>{t('report.asOf')}</dt>
        <dd>{report.asOf}</dd>
      </div>
      <div>
        <dt>{t('task.due')}</dt>
        <dd>{report.dueOn}</dd>
      </div>
      {report.submittedAt && (
        <div>
          <dt>{t('report.step.submitted')}</dt>
          <dd>
            <Time at={report.submittedAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}
