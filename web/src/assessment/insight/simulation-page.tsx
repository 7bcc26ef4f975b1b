/** 试算: what points and rank would be with other facts; every change is asked at once and nothing is saved. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { isLower } from '../../api/doors';
import { useTier } from '../../api/me';
import { Loading, Missing, Wrong } from '../../parts/states';
import '../assessment.css';
import { Upper } from '../upper';
import './insight.css';
import { type SheetOf, explanationQuery, simulationQuery } from './insight-data';
import { SimulationFields } from './simulation-fields';
import { SimulationTable, SimulationTotals } from './simulation-result';
import { NOTHING, type WhatIf, asked } from './what-if';

const PAUSE = 250;

export function SimulationPage() {
  const { id, unionId } = useParams({ from: '/inside/assessments/$id/sheets/$unionId/simulation' });
  return <Upper>{(tier) => <Read sheet={{ tier, assessmentId: id, unionId }} />}</Upper>;
}

export function OwnSimulationPage() {
  const tier = useTier();
  const { assessmentId } = useParams({ from: '/inside/results/$assessmentId/simulation' });
  return isLower(tier) ? <Read sheet={{ tier, assessmentId, unionId: null }} /> : <Missing />;
}

function Read({ sheet }: { sheet: SheetOf }) {
  const explanation = useQuery(explanationQuery(sheet));
  if (explanation.isPending) return <Loading />;
  if (explanation.data === undefined) return <Wrong error={explanation.error} />;
  return <Page sheet={sheet} explanation={explanation.data} />;
}

function Page({ sheet, explanation }: { sheet: SheetOf; explanation: Schemas['ExplanationView'] }) {
  const { t } = useTranslation();
  const [whatIf, setWhatIf] = useState<WhatIf>(NOTHING);
  const body = useRested(useDeferredValue(whatIf));
  const simulation = useQuery(simulationQuery(sheet, asked(body)));
  const answer = simulation.isError ? undefined : simulation.data;
  return (
    <>
      <h1>
        {explanation.unionName} <small>{t('insight.simulation')}</small>
      </h1>
      <p>
        <Back sheet={sheet} title={explanation.title} />
      </p>
      <p className="hint">{t('insight.simulationHelp')}</p>
      <div className="simulation">
        <div className="simulation-fields">
          <Button onClick={() => setWhatIf(NOTHING)}>{t('insight.asItIs')}</Button>
          <SimulationFields explanation={explanation} whatIf={whatIf} onChange={setWhatIf} />
        </div>
        <div className="simulation-totals" aria-live="polite">
          {simulation.isError && <Wrong error={simulation.error} />}
          {answer !== undefined && <SimulationTotals simulation={answer} />}
        </div>
        <div className="simulation-table">{answer !== undefined && <SimulationTable simulation={answer} />}</div>
      </div>
    </>
  );
}

/** A value once it has rested for a moment. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

function Back({ sheet: { assessmentId, unionId }, title }: { sheet: SheetOf; title: string }) {
  return unionId === null ? (
    <Link to="/results/$assessmentId" params={{ assessmentId }}>
      {title}
    </Link>
  ) : (
    <Link to="/assessments/$id/sheets/$unionId" params={{ id: assessmentId, unionId }}>
      {title}
    </Link>
  );
}
