/** The editor of a target (目标设定): value, baseline, parts by union and by period, checked while one writes. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, type Schemas } from '../api/client';
import { unionsQuery } from '../api/unions';
import { indicatorKey } from '../indicators/indicator-data';
import { Line, Pick } from '../indicators/line';
import { kindOf, kinds } from '../indicators/period';
import { PeriodChoice } from '../indicators/period-choice';
import { Value } from '../indicators/value';
import { amount } from '../parts/amount';
import { wrongIn } from '../parts/field';
import { useLater } from '../parts/later';
import { useWords } from '../parts/states';
import { PeriodParts, UnionParts } from './parts';
import { type Trial, targetKey, trialQuery } from './target-data';
import { type Definition, type Draft, definitionOf } from './target-draft';

const PAUSE_MS = 400;

interface Props {
  readonly start: Draft;
  /** What stays: of which indicator, union and period, and which way is better. */
  readonly about: Omit<Trial, 'definition' | 'unionId'> & { readonly unionId: string };
  readonly indicator: Schemas['IndicatorDetail'];
  readonly button: string;
  readonly publish: (definition: Definition, reason: string) => Promise<unknown>;
  readonly children?: (error: unknown) => ReactNode;
}

export function TargetEditor({ start, about, indicator, button, publish, children }: Props) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(start);
  const [reason, setReason] = useState('');
  const unions = useQuery(unionsQuery);
  const below = (unions.data ?? []).filter(({ parentId }) => parentId === about.unionId);
  const definition = definitionOf(
    draft,
    about.period,
    below.map(({ id }) => id),
  );
  const asked = useLater<Trial>({ ...about, definition }, PAUSE_MS);
  const idle = asked.definition.value === '';
  const trial = useQuery({ ...trialQuery(asked), enabled: !idle });
  const told = idle || trial.error !== null ? undefined : trial.data;
  const deed = useMutation({
    mutationFn: () => publish(definition, reason),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: targetKey }),
        client.invalidateQueries({ queryKey: indicatorKey }),
      ]),
  });
  const set = (change: Partial<Draft>) => {
    if (deed.error !== null) deed.reset();
    setDraft({ ...draft, ...change });
  };
  const of = (name: string): string | undefined => {
    const field = `definition.${name}`;
    const found = told?.mistakes.find((each) => each.field === field);
    const said = found === undefined ? undefined : i18n.language === 'zh' ? found.zh : found.en;
    return wrongIn(deed.error, field) ?? (idle ? undefined : (wrongIn(trial.error, field) ?? said));
  };
  const { unit } = indicator.definition.measure;
  const was = new Map((told?.below ?? []).map((each) => [each.unionId, each.was]));
  const lacks = [told?.unionCheck, told?.periodCheck].some((check) => check != null && Number(check.shortfall) > 0);
  return (
    <form
      className="target-editor"
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      {children?.(deed.error)}
      <div className="pair">
        <Line
          label={`${t('target.value')} (${unit})`}
          value={draft.value}
          most={30}
          figure
          wrong={of('value')}
          onText={(value) => set({ value })}
        />
        <Pick
          label={t('target.baseline')}
          value={draft.from}
          wrong={of('baseline')}
          options={(['period', 'stated', 'none'] as const).map((from) => [from, t(`target.from.${from}`)])}
          onPick={(from) => set({ from })}
        />
      </div>
      {draft.from === 'period' && (
        <PeriodChoice
          label={t('target.baselinePeriod')}
          value={draft.baselinePeriod}
          among={kinds.slice(kinds.indexOf(indicator.definition.periodKind))}
          wrong={of('baseline.period')}
          onPeriod={(baselinePeriod) => set({ baselinePeriod })}
        />
      )}
      {draft.from === 'stated' && (
        <div className="pair">
          <Line
            label={`${t('target.baselineValue')} (${unit})`}
            value={draft.baselineValue}
            most={30}
            figure
            wrong={of('baseline.value')}
            onText={(baselineValue) => set({ baselineValue })}
          />
          <Line
            label={t('target.baselineSource')}
            value={draft.baselineSource}
            most={200}
            wrong={of('baseline.source')}
            onText={(baselineSource) => set({ baselineSource })}
          />
        </div>
      )}
      <div role="status" className="told">
        {told !== undefined && (
          <p>
            {t('target.nowIs')}
            <Value value={told.now} unit={unit} />
            {told.baseline !== null && (
              <>
                {' · '}
                {t('target.baseline')} {amount(told.baseline.value)} {unit} (
                {told.baseline.period ?? told.baseline.source})
              </>
            )}
            {told.easierThanBaseline && <strong className="easy"> · {t('target.easier')}</strong>}
          </p>
        )}
        {!idle && trial.error !== null && !(trial.error instanceof Problem && trial.error.errors.length > 0) && (
          <p className="wrong">{words(trial.error)}</p>
        )}
      </div>
      {below.length > 0 && (
        <UnionParts
          draft={draft}
          below={below}
          was={was}
          unit={unit}
          decimals={indicator.definition.decimals}
          told={told}
          wrong={(id) => {
            const no = definition.unions.findIndex(({ unionId }) => unionId === id);
            return no < 0 ? undefined : (of(`unions[${no}].value`) ?? of(`unions[${no}].unionId`));
          }}
          onDraft={set}
        />
      )}
      {kindOf(about.period) !== indicator.definition.periodKind && indicator.definition.overTime !== 'none' && (
        <PeriodParts
          draft={draft}
          period={about.period}
          shortest={indicator.definition.periodKind}
          unit={unit}
          decimals={indicator.definition.decimals}
          told={told}
          wrong={(name) => {
            const no = definition.periods.findIndex(({ period }) => period === name);
            return no < 0 ? undefined : (of(`periods[${no}].value`) ?? of(`periods[${no}].period`));
          }}
          onDraft={set}
        />
      )}
      {(lacks || draft.shortfallReason !== '') && (
        <Line
          label={t('target.shortfallReason')}
          value={draft.shortfallReason}
          most={500}
          wrong={of('shortfallReason')}
          onText={(shortfallReason) => set({ shortfallReason })}
        />
      )}
      <Line
        label={t('indicator.reason')}
        value={reason}
        most={500}
        wrong={wrongIn(deed.error, 'reason')}
        onText={setReason}
      />
      {deed.error !== null && <Alert type="error" showIcon role="alert" title={words(deed.error)} />}
      <Button
        type="primary"
        htmlType="submit"
        disabled={reason.trim() === '' || definition.value === ''}
        loading={deed.isPending}
      >
        {button}
      </Button>
    </form>
  );
}
