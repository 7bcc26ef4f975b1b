/** The editor of an indicator (指标编辑): all that a definition says, a live value while it is written, and from when it holds. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../api/client';
import { Problem } from '../api/client';
import { Field, wrongIn } from '../parts/field';
import { useLater } from '../parts/later';
import { useWords } from '../parts/states';
import { type Definition, type Draft, definitionOf } from './draft';
import { ledgersIn } from './expression';
import { Expressions } from './expressions';
import { type Trial, indicatorKey, offersQuery } from './indicator-data';
import { Line, Pick } from './line';
import { kindOf, kinds, thisYear, yearOf } from './period';
import { PeriodChoice } from './period-choice';
import { TrialPanel, useTrial } from './trial';

const PAUSE_MS = 400;
const elsewhere = ['code', 'holdsFrom', 'reason'];

interface Props {
  readonly start: Draft;
  /** Of the indicator; empty while it has none. */
  readonly code: string;
  /** Its kind of period stays. */
  readonly isNew: boolean;
  readonly head?: (error: unknown) => ReactNode;
  readonly publish: (given: { definition: Definition; holdsFrom: string; reason: string }) => Promise<unknown>;
}

export function IndicatorEditor({ start, code, isNew, head, publish }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(start);
  const [holdsFrom, setHoldsFrom] = useState(thisYear());
  const [reason, setReason] = useState('');
  const [at, setAt] = useState<{ period: string; unionId?: string }>({ period: thisYear() });
  const deed = useMutation({
    mutationFn: () => publish({ definition: definitionOf(draft), holdsFrom, reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: indicatorKey }),
  });
  const set = (change: Partial<Draft>) => {
    // what was refused is no longer said of what is being mended
    if (deed.error !== null) deed.reset();
    setDraft({ ...draft, ...change });
  };
  const now = trialOf(draft, code, at);
  const asked = useLater(now, PAUSE_MS);
  const idle = asked.numerator.trim() === '' || asked.denominator?.trim() === '';
  const { mistakes } = useTrial(asked, idle);
  const of = (name: string): string | undefined =>
    wrongIn(deed.error, `definition.${name}`) ??
    (name in asked ? mistakes.find(({ field }) => field === name)?.message : undefined);
  const mistakeIn = (field: 'numerator' | 'denominator'): FieldProblem | undefined =>
    refusedIn(deed.error, `definition.${field}`) ??
    (asked[field] === now[field] ? mistakes.find((each) => each.field === field) : undefined);
  const line = (name: 'name' | 'programme' | 'measureName' | 'unit' | 'factor' | 'decimals' | 'change', most = 100) => (
    <Line
      label={t(`indicator.write.${name}`)}
      help={name === 'change' || name === 'measureName' ? t(`indicator.help.${name}`) : undefined}
      value={draft[name]}
      most={most}
      figure={['factor', 'decimals', 'change'].includes(name)}
      wrong={of({ measureName: 'measure.name', unit: 'measure.unit', change: 'limits.change' }[name as string] ?? name)}
      onText={(text) => set({ [name]: text })}
    />
  );
  const longer = kinds.slice(kinds.indexOf(draft.periodKind));
  return (
    <form
      className="indicator-editor"
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      <div className="pair">
        {head?.(deed.error)}
        {line('name')}
        {line('programme', 64)}
      </div>
      <Field label={t('indicator.write.about')} wrong={of('about')}>
        {(given) => (
          <Input.TextArea
            {...given}
            value={draft.about}
            maxLength={1000}
            autoSize
            onChange={({ target }) => set({ about: target.value })}
          />
        )}
      </Field>
      <h2>{t('indicator.workedOut')}</h2>
      <Expressions draft={draft} period={at.period} mistakeIn={mistakeIn} onDraft={set}>
        <div className="pair">
          {line('unit', 20)}
          {line('measureName')}
          {line('factor', 20)}
          {line('decimals', 1)}
        </div>
        <TrialPanel
          asked={asked}
          idle={idle}
          unit={draft.unit}
          onAt={(part) => setAt({ ...at, ...part })}
          onUnit={(unit) => set({ unit })}
        />
      </Expressions>
      <h2>{t('indicator.together')}</h2>
      <div className="pair">
        <Pick
          label={t('indicator.write.periodKind')}
          value={draft.periodKind}
          disabled={!isNew}
          help={isNew ? undefined : t('indicator.help.periodKind')}
          wrong={of('periodKind')}
          options={kinds.map((kind) => [kind, t(`indicator.kinds.${kind}`)])}
          onPick={(periodKind) => {
            // it holds from no shorter period than those it is for
            if (kinds.indexOf(kindOf(holdsFrom)) < kinds.indexOf(periodKind)) setHoldsFrom(yearOf(holdsFrom));
            set({ periodKind });
          }}
        />
        <Pick
          label={t('indicator.write.overTime')}
          value={draft.overTime}
          wrong={of('overTime')}
          options={(['sum', 'last', 'mean', 'none'] as const).map((axis) => [axis, t(`indicator.overTime.${axis}`)])}
          onPick={(overTime) => set({ overTime })}
        />
        <Pick
          label={t('indicator.write.overUnions')}
          value={draft.overUnions}
          wrong={of('overUnions')}
          options={(['sum', 'mean', 'none'] as const).map((axis) => [axis, t(`indicator.overUnions.${axis}`)])}
          onPick={(overUnions) => set({ overUnions })}
        />
        <Pick
          label={t('indicator.write.direction')}
          value={draft.direction}
          wrong={of('direction')}
          options={(['higher', 'lower', 'none'] as const).map((way) => [way, t(`indicator.direction.${way}`)])}
          onPick={(direction) => set({ direction })}
        />
        <Pick
          label={t('indicator.write.qualifier')}
          value={draft.qualifier}
          wrong={of('qualifier')}
          options={(['exact', 'about', 'nearly', 'over'] as const).map((each) => [
            each,
            t(`indicator.qualifier.${each}`),
          ])}
          onPick={(qualifier) => set({ qualifier })}
        />
        <ByField draft={draft} period={at.period} wrong={of('by')} onBy={(by) => set({ by })} />
      </div>
      <h2>{t('indicator.limits')}</h2>
      <div className="pair">
        <Line
          label={t('indicator.write.notAbove')}
          help={t('indicator.help.notAbove')}
          value={draft.notAbove}
          most={64}
          wrong={of('limits.notAbove')}
          onText={(notAbove) => set({ notAbove })}
        />
        {line('change', 10)}
      </div>
      <PeriodChoice
        label={t('indicator.holdsFrom')}
        help={t('indicator.help.holdsFrom')}
        value={holdsFrom}
        among={longer}
        wrong={wrongIn(deed.error, 'holdsFrom')}
        onPeriod={(period) => {
          if (deed.error !== null) deed.reset();
          setHoldsFrom(period);
        }}
      />
      <Line
        label={t('indicator.reason')}
        value={reason}
        most={500}
        wrong={wrongIn(deed.error, 'reason')}
        onText={setReason}
      />
      {deed.error !== null && <Said error={deed.error} words={words(deed.error)} />}
      <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={deed.isPending}>
        {t(isNew ? 'indicator.publish' : 'indicator.publishVersion')}
      </Button>
    </form>
  );
}

/** What stands beside its field is only pointed to. */
function Said({ error, words }: { readonly error: unknown; readonly words: string }) {
  const beside =
    error instanceof Problem &&
    error.errors.length > 0 &&
    error.errors.every(({ field }) => field.startsWith('definition.') || elsewhere.includes(field));
  return <Alert type="error" showIcon role="alert" title={beside ? error.message : words} />;
}

/** Only fields of the ledgers that are read. */
function ByField({
  draft: { numerator, denominator, by },
  period,
  wrong,
  onBy,
}: {
  readonly draft: Draft;
  readonly period: string;
  readonly wrong: string | undefined;
  readonly onBy: (by: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const offers = useQuery(offersQuery(period, ''));
  const codes = ledgersIn(numerator, denominator);
  const fields = (offers.data?.items ?? [])
    .filter(({ code }) => code !== null && codes.has(code))
    .flatMap((group) => group.fields)
    .map(({ text, zh, en }) => [text, i18n.language === 'zh' ? zh : en] as const);
  const known = new Map<string, string>([
    ['', t('indicator.notApart')],
    ...(by === '' ? [] : [[by, by] as const]),
    ...fields,
  ]);
  return <Pick label={t('indicator.write.by')} value={by} wrong={wrong} options={[...known]} onPick={onBy} />;
}

const refusedIn = (error: unknown, field: string): FieldProblem | undefined =>
  error instanceof Problem ? error.errors.find((each) => each.field === field) : undefined;

function trialOf(draft: Draft, code: string, at: { period: string; unionId?: string }): Trial {
  const { numerator, isRate, denominator, factor, overTime, overUnions, periodKind } = draft;
  const { decimals } = definitionOf(draft);
  return {
    ...{ numerator, factor, decimals, overTime, overUnions, periodKind, period: at.period },
    ...(isRate ? { denominator } : {}),
    ...(code.trim() === '' ? {} : { code: code.trim() }),
    ...(at.unionId === undefined ? {} : { unionId: at.unionId }),
  };
}
