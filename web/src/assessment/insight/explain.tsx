/** Opens the explanation at a point (得分说明): a drawer over the sheet. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Tier, useMe } from '../../api/me';
import { Loading, Wrong } from '../../parts/states';
import { Explained } from './explained';
import './insight.css';
import { type SheetOf, explanationQuery, sheetOf } from './insight-data';

interface Props {
  tier: Tier;
  sheet: { readonly assessmentId: string; readonly unionId: string };
  criterion: { readonly code: string; readonly name: string };
}

export function Explain({ tier, sheet: { assessmentId, unionId }, criterion }: Props) {
  const { t } = useTranslation();
  const { union } = useMe();
  const [open, setOpen] = useState(false);
  const sheet = sheetOf(tier, union.id, assessmentId, unionId);
  if (sheet === undefined) return null;
  const { code, name } = criterion;
  return (
    <>
      <button type="button" className="plain explain-open no-print" onClick={() => setOpen(true)}>
        {t('insight.explain')}{' '}
        <span className="sr">
          {code} {name}
        </span>
      </button>
      {open && <Drawer sheet={sheet} criterion={criterion} onClose={() => setOpen(false)} />}
    </>
  );
}

function Drawer({
  sheet,
  criterion: { code, name },
  onClose,
}: {
  sheet: SheetOf;
  criterion: Props['criterion'];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const explanation = useQuery(explanationQuery(sheet));
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const found = explanation.data?.criteria.find((each) => each.code === code);
  return (
    <dialog ref={box} className="explain" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{t('insight.explainOf', { code, name })}</h2>
        <Button onClick={() => box.current?.close()}>{t('insight.close')}</Button>
      </header>
      {explanation.isPending && <Loading />}
      {explanation.isError && <Wrong error={explanation.error} />}
      {explanation.data !== undefined && found !== undefined && (
        <Explained sheet={sheet} criterion={found} sources={explanation.data.sources} />
      )}
    </dialog>
  );
}
