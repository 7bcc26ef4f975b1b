/** How far an intake is, what came of it, and what is wrong with which row and column. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { amount } from '../parts/amount';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import type { IntakeSearch } from './intake';
import { FAULTS, faultsQuery, intakeKey, intakeQuery, isAlive } from './intake-data';

interface Props {
  readonly id: string;
  /** Of the faults. */
  readonly page: number;
  readonly go: (search: IntakeSearch) => void;
  readonly changes: readonly string[];
  /** Takes in what was tried. */
  readonly confirm: ReactNode;
}

export function Progress({ id, page, go, changes, confirm }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const intake = useQuery(intakeQuery(id));
  const stop = useMutation({
    mutationFn: () =>
      got(api.DELETE('/api/v1/intakes/{id}', { params: { path: { id } } }) as Promise<{ response: Response }>),
    onSettled: () => client.invalidateQueries({ queryKey: intakeKey }),
  });
  const ended = intake.data !== undefined && !isAlive(intake.data);
  useEffect(() => {
    if (!ended) return;
    void client.invalidateQueries({ queryKey: changes });
    void client.invalidateQueries({ queryKey: [...intakeKey, 'all'] });
  }, [ended, client, changes]);
  if (intake.isPending) return <Loading />;
  if (intake.data === undefined) return <Wrong error={intake.error} />;
  const { status, total, done, created, changed, unchanged, faulty, faults, dryRun, failure, fileName } = intake.data;
  return (
    <section className="part" aria-live="polite">
      <h2>
        {fileName} <small>{t(`intake.status.${status}`)}</small>
      </h2>
      {dryRun && <p className="hint">{t('intake.tried')}</p>}
      <p>
        <progress
          aria-label={t('intake.progress')}
          max={total ?? undefined}
          value={total === null ? undefined : done}
        />{' '}
        {t('intake.rows', { done: amount(done), total: amount(total) })}
      </p>
      <p>{t('intake.tally', { created, changed, unchanged, faulty })}</p>
      {failure !== null && (
        <Alert type="error" showIcon role="alert" title={i18n.language === 'en' ? failure.en : failure.zh} />
      )}
      {!ended && (
        <Button loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('intake.stop')}
        </Button>
      )}
      {status === 'done' && confirm !== undefined && created + changed > 0 && (
        <>
          <p>{t(faulty > 0 ? 'intake.confirmPart' : 'intake.confirm', { faulty })}</p>
          <div className="deeds">{confirm}</div>
        </>
      )}
      {faults > 0 && <Faults id={id} faults={faults} page={page} go={go} />}
    </section>
  );
}

function Faults({ id, faults, page, go }: Pick<Props, 'id' | 'page' | 'go'> & { readonly faults: number }) {
  const { t } = useTranslation();
  const { data } = useQuery(faultsQuery(id, page, faults));
  if (data === undefined) return null;
  return (
    <>
      <p>
        {t('intake.faults', { count: faults, kept: data.total })}{' '}
        <a href={`/api/v1/intakes/${id}/faults/spreadsheet`} download>
          {t('intake.faultSheet')}
        </a>
      </p>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col" className="right">
                {t('intake.row')}
              </th>
              <th scope="col">{t('intake.column')}</th>
              <th scope="col">{t('intake.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ row, column, code, message }) => (
              <tr key={`${row} ${column ?? ''} ${code}`}>
                <td className="right">{row}</td>
                <td>{column ?? '—'}</td>
                <td className="words">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Pages
        page={page}
        size={FAULTS}
        total={data.total}
        words={t('supervision.total', { count: data.total })}
        onPage={(next) => go({ intake: id, page: next })}
      />
    </>
  );
}
