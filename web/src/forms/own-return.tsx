/** The own return of a period: to be filled in while that may be, by hand or with a spreadsheet; else what it says. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../api/me';
import { forget } from '../parts/kept';
import { Loading, Wrong } from '../parts/states';
import { Fill } from './fill';
import { filledKey } from './filled';
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
  const writes = useMay()('form.write');
  const client = useQueryClient();
  const { officer } = useMe();
  const [round, setRound] = useState(0);
  const { returnId, workable, status } = period.mine;
  const entry = useQuery({ ...returnQuery(returnId ?? ''), enabled: returnId !== null });
  /** Also what a spreadsheet began or handed in meanwhile. */
  const anew = async () => {
    forget(filledKey(officer.id, id, period.period));
    await client.invalidateQueries({ queryKey: formKey });
    setRound((now) => now + 1);
  };
  const own = returnId === null ? undefined : entry.data;
  const open = status === null || status === 'draft' || status === 'returned';
  return (
    <section className="part" aria-label={t('forms.own')}>
      <h2>{t('forms.own')}</h2>
      {returnId !== null && own === undefined ? (
        entry.isPending ? (
          <Loading />
        ) : (
          <Wrong error={entry.error} />
        )
      ) : own === undefined ? (
        workable && !writes && <p className="hint">{t('forms.readOnly')}</p>
      ) : (
        !own.deeds.includes('change') && <ReturnView id={own.id} />
      )}
      {(own === undefined ? returnId === null && workable && writes : own.deeds.includes('change')) && (
        <Fill
          key={round}
          {...{ id, period, entry: own }}
          definition={own?.definition ?? definition}
          onAnew={() => void anew()}
        />
      )}
      {workable && writes && open && <SheetFill id={id} period={period.period} onAnew={() => void anew()} />}
      {own?.deeds.includes('change') && <Submissions id={own.id} definition={own.definition} least={1} />}
    </section>
  );
}
