/** Two versions of a report side by side: one is chosen, neither is written over. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { type Typed, typedOf } from './draft';

interface Props {
  readonly typed: Typed;
  readonly theirs: Schemas['ReportDetail'];
  readonly unit: string;
  readonly onChoose: (mine: boolean) => void;
}

export function Conflict({ typed, theirs, unit, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <div className="conflict" role="alert">
      <p>{t('report.conflict')}</p>
      <div className="sides">
        <Side title={t('report.mine')} typed={typed} unit={unit}>
          <Button onClick={() => onChoose(true)}>{t('report.keepMine')}</Button>
        </Side>
        <Side title={t('report.theirs')} typed={typedOf(theirs, theirs.asOf)} unit={unit}>
          <Button onClick={() => onChoose(false)}>{t('report.keepTheirs')}</Button>
        </Side>
      </div>
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly typed: Typed;
  readonly unit: string;
  readonly children: ReactNode;
}

function Side({ title, typed, unit, children }: SideProps) {
  return (
    <div>
      <h3>{title}</h3>
      <p>
        {amount(typed.done)} {unit} · {typed.asOf}
      </p>
      <p className="note">{typed.note}</p>
      {children}
    </div>
  );
}
