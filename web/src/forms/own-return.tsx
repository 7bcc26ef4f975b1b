/** The own return of a period: to be filled in while that may be, else why not, and what it says. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { Fill } from './fill';
import { type Definition, formKey, type Period, returnQuery } from './form-data';
import { ReturnView } from './return-view';
import { SheetFill } from './sheet-fill';
import { Submissions } from './submissions';

interface Props {
  readonly id: string;
  readonly period: Period;
  readonly definition: Definition;
}

export function OwnReturn({ id, period, definition }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  const { returnId, workable } = period.mine;
  const entry = useQuery({ ...returnQuery(returnId ?? ''), enabled: returnId !== null });
  if (returnId !== null && entry.data === undefined)
    return entry.isPending ? <Loading /> : <Wrong error={entry.error} />;
  /** Also what a spreadsheet began or handed in meanwhile. */
  const anew = async () => {
    await client.invalidateQueries({ queryKey: formKey });
    setRound((now) => now + 1);
  };
  const own = returnId === null ? undefined : entry.data;
  const fills = own === undefined ? workable && may('form.write') : own.deeds.includes('change');
  return (
    <section className="part" aria-label={t('forms.own')}>
      <h2>{t('forms.own')}</h2>
      {fills ? (
        <>
          <Fill
            key={round}
            {...{ id, period, entry: own }}
            definition={own?.definition ?? definition}
            onAnew={() => void anew()}
          />
          <SheetFill id={id} period={period.period} onAnew={() => void anew()} />
          {own !== undefined && <Submissions id={own.id} definition={own.definition} least={1} />}
        </>
      ) : (
        own !== undefined && <ReturnView id={own.id} />
      )}
      {own === undefined && workable && !fills && <p className="hint">{t('forms.readOnly')}</p>}
    </section>
  );
}
