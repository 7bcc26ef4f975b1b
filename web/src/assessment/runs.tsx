/** 后台计算: how far the computation of many sheets is, with a stop; read again while one is alive. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMay } from '../api/me';
import { useWords } from '../parts/states';
import { Time } from '../parts/time';

type Run = Schemas['RunView'];

const AGAIN_MS = 1_000;
const isAlive = (run: Run | undefined): boolean => run !== undefined && run.endedAt === null;

const doors = {
  district: {
    runs: '/api/v1/district/assessments/{id}/runs',
    stop: '/api/v1/district/assessments/{id}/runs/{runId}/stop',
  },
  subdistrict: {
    runs: '/api/v1/subdistrict/assessments/{id}/runs',
    stop: '/api/v1/subdistrict/assessments/{id}/runs/{runId}/stop',
  },
} as const;

interface Props {
  tier: UpperTier;
  assessment: Pick<Schemas['AssessmentView'], 'id' | 'status'>;
}

export function Runs({ tier, assessment: { id, status } }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const words = useWords();
  const { message } = App.useApp();
  const runs = useQuery({
    queryKey: ['runs', id],
    queryFn: () => got(api.GET(doors[tier].runs, { params: { path: { id }, query: { page: 1, pageSize: 1 } } })),
    refetchInterval: ({ state }) => (isAlive(state.data?.items[0]) ? AGAIN_MS : false),
  });
  const run = runs.data?.items[0];
  const alive = isAlive(run);
  const ended = run?.endedAt;
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['assessment', id] });
  }, [client, id, ended]);
  const outcome = {
    onError: (error: unknown) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['runs', id] }),
  };
  const start = useMutation({
    mutationFn: () => got(api.POST(doors[tier].runs, { params: { path: { id } } })),
    ...outcome,
  });
  const stop = useMutation({
    mutationFn: (runId: string) => got(api.POST(doors[tier].stop, { params: { path: { id, runId } } })),
    ...outcome,
  });
  if (!may('assessment.conduct') || (status !== 'open' && run === undefined)) return null;
  return (
    <section className="runs no-print" aria-label={t('scoreboard.runs')}>
      {status === 'open' && !alive && (
        <p>
          <Button loading={start.isPending} onClick={() => start.mutate()}>
            {t('scoreboard.start')}
          </Button>{' '}
          <span className="hint">{t('scoreboard.runsHelp')}</span>
        </p>
      )}
      {run !== undefined && <HowFar run={run} />}
      {run !== undefined && alive && (
        <Button disabled={run.status === 'stopping'} loading={stop.isPending} onClick={() => stop.mutate(run.id)}>
          {t('scoreboard.stop')}
        </Button>
      )}
    </section>
  );
}

function HowFar({ run }: { run: Run }) {
  const { t, i18n } = useTranslation();
  const { status, done, total, failure, endedAt } = run;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return (
    <div role="status">
      {endedAt === null && <Progress aria-label={t('scoreboard.progress')} percent={percent} />}
      <p>
        {t(`scoreboard.status.${status}`)} · {t('scoreboard.done', { done, total })}
        {endedAt !== null && (
          <>
            {' '}
            · <Time at={endedAt} />
          </>
        )}
      </p>
      {failure !== null && <p className="hint">{i18n.language === 'en' ? failure.en : failure.zh}</p>}
    </div>
  );
}
