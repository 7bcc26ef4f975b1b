/** 工作成效 (镜子): what the work achieved, against an earlier year, with its pictures; for the meeting room and for A4. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { Suspense, lazy, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { Latest } from './latest';
import { type MirrorView, mirrorQuery } from './mirror-data';
import { Outcomes } from './outcomes';
import { Pictures } from './pictures';
import './mirror.css';

const Trend = lazy(async () => ({ default: (await import('./trend')).Trend }));

export function Mirror() {
  const search = useSearch({ from: '/inside/mirror' });
  const mirror = useQuery({ ...mirrorQuery(search), placeholderData: keepPreviousData });
  if (mirror.isPending) return <Loading />;
  if (mirror.data === undefined) return <Wrong error={mirror.error} />;
  return <Page mirror={mirror.data} />;
}

function Page({ mirror }: { mirror: MirrorView }) {
  const { t } = useTranslation();
  const me = useMe();
  const frame = useRef<HTMLElement>(null);
  const { year, against, tasks, unionName, asOf } = mirror;
  const last = mirror.months.findLast(({ completion }) => completion !== null);
  return (
    <article ref={frame} className="mirror">
      <h1>
        {t('mirror.title')} <small>{unionName}</small>
      </h1>
      <Choices mirror={mirror} onFull={() => void frame.current?.requestFullscreen()} />
      {tasks.length === 0 ? (
        <p className="kind">{t('board.empty', { year })}</p>
      ) : (
        <>
          <Headline tasks={tasks} />
          <section>
            <h2>{t('mirror.trend')}</h2>
            <p>
              {t('mirror.completion', { year, value: last?.completion ?? '—' })}
              {against !== null && last !== undefined && last.before !== null && (
                <> · {t('mirror.completionBefore', { year: against, month: last.month, value: last.before })}</>
              )}
            </p>
            <Suspense fallback={<Loading />}>
              <Trend mirror={mirror} />
            </Suspense>
          </section>
          <Outcomes mirror={mirror} />
        </>
      )}
      {mirror.unionId === me.union.id && <Pictures year={year} />}
      <Latest unionId={mirror.unionId} />
      <p className="hint">
        {t('board.asOf', { when: '' })}
        <Time at={asOf} />
      </p>
    </article>
  );
}

function Choices({ mirror: { year, years, against }, onFull }: { mirror: MirrorView; onFull: () => void }) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/mirror' });
  const navigate = useNavigate();
  const options = (some: readonly number[]) => some.map((value) => ({ value, label: String(value) }));
  const go = (part: typeof search) => void navigate({ to: '/mirror', search: { ...search, ...part } });
  return (
    <div className="filters no-print">
      <label>
        <span>{t('task.year')}</span>
        <Select
          value={year}
          options={options([...new Set([year, ...years])].toSorted((a, b) => b - a))}
          onChange={(value) => go({ year: value, against: undefined })}
        />
      </label>
      <label>
        <span>{t('mirror.against')}</span>
        <Select
          value={against}
          placeholder="—"
          options={options(years.filter((one) => one !== year))}
          onChange={(value) => go({ against: value ?? undefined })}
        />
      </label>
      <span className="grow" />
      <Button onClick={onFull}>{t('mirror.full')}</Button>
      <Button onClick={() => window.print()}>{t('board.print')}</Button>
    </div>
  );
}

/** Three figures one can say aloud. */
function Headline({ tasks }: { tasks: MirrorView['tasks'] }) {
  const { t } = useTranslation();
  const count = (outcome: MirrorView['tasks'][number]['outcome']) =>
    tasks.filter((task) => task.outcome === outcome).length;
  return (
    <ul className="headline">
      {(['reached', 'under_way', 'missed'] as const).map((outcome) => (
        <li key={outcome} className={`headline-${outcome}`}>
          <strong>{count(outcome)}</strong> {t(`mirror.outcome.${outcome}`)}
        </li>
      ))}
    </ul>
  );
}
