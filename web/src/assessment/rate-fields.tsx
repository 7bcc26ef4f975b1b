/** What a rule over a rate wants to know, by its kind. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { PickField, TextField } from './fields';
import { RowList } from './row-list';
import { type BandDraft, newBand, newStep, type RuleDraft, type StepDraft } from './rule-draft';
import type { CriterionDraft } from './scheme-draft';

interface Props {
  criterion: CriterionDraft;
  onChange: (change: Partial<CriterionDraft>) => void;
}

type Typed = {
  [K in keyof RuleDraft]: RuleDraft[K] extends string ? K : never;
}[keyof RuleDraft];

/** The numbers each kind asks for, in the order they are read. */
const numbers: Partial<Record<RuleDraft['kind'], readonly Exclude<Typed, 'kind' | 'over' | 'beyond'>[]>> = {
  threshold: ['atLeast'],
  interval: ['base', 'challenge', 'basePoints'],
  shortfall: ['from', 'per', 'off', 'floor'],
};
const percents: readonly string[] = ['atLeast', 'base', 'challenge', 'from'];

export function RateFields({ criterion, onChange }: Props) {
  const { t } = useTranslation();
  const { id, kind } = criterion;
  return (
    <>
      {kind === 'proportional' && <Proportional criterion={criterion} onChange={onChange} />}
      {(numbers[kind] ?? []).map((field) => (
        <TextField
          key={field}
          id={`${id}.${field}`}
          label={t(`scheme.field.${field}` as 'scheme.field.from')}
          value={criterion[field]}
          figure
          suffix={percents.includes(field) ? '%' : undefined}
          placeholder={field === 'floor' || field === 'basePoints' ? '0' : undefined}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      {kind === 'shortfall' && (
        <YesNo id={`${id}.wholeSteps`} t={t} field="wholeSteps" value={criterion.wholeSteps} onChange={onChange} />
      )}
      {kind === 'bands' && (
        <RowList<BandDraft>
          id={`${id}.bands`}
          title={t('assessment.rule.bandsTitle')}
          rows={criterion.bands}
          rowName={(no) => t('scheme.row.band', { no })}
          add={t('assessment.rule.addBand')}
          fresh={newBand}
          columns={[
            { field: 'atLeast', label: t('scheme.col.atLeast'), figure: true, suffix: '%' },
            { field: 'points', label: t('scheme.col.points'), figure: true },
          ]}
          onChange={(bands) => onChange({ bands })}
        />
      )}
      {kind === 'coefficients' && (
        <RowList<StepDraft>
          id={`${id}.steps`}
          title={t('scheme.stepsTitle')}
          rows={criterion.steps}
          rowName={(no) => t('scheme.row.band', { no })}
          add={t('assessment.rule.addBand')}
          fresh={newStep}
          columns={[
            { field: 'at', label: t('scheme.col.at'), figure: true, suffix: '%' },
            { field: 'coefficient', label: t('scheme.col.coefficient'), figure: true },
          ]}
          onChange={(steps) => onChange({ steps })}
        />
      )}
      {kind === 'rank' && (
        <>
          <TextField
            id={`${id}.places`}
            label={t('scheme.field.places')}
            value={criterion.places}
            placeholder="60、57、54"
            onChange={(places) => onChange({ places })}
          />
          <TextField
            id={`${id}.rest`}
            label={t('scheme.field.rest')}
            value={criterion.rest}
            figure
            placeholder="0"
            onChange={(rest) => onChange({ rest })}
          />
          <PickField
            id={`${id}.ties`}
            label={t('scheme.field.ties')}
            value={criterion.ties}
            options={(['same', 'mean'] as const).map((each) => [each, t(`scheme.tied.${each}`)])}
            onChange={(ties) => onChange({ ties })}
          />
        </>
      )}
    </>
  );
}

function Proportional({ criterion, onChange }: Props) {
  const { t } = useTranslation();
  const { id, fullAt, beyond } = criterion;
  return (
    <>
      <TextField
        id={`${id}.fullAt`}
        label={t('scheme.field.fullAt')}
        value={fullAt}
        figure
        suffix="%"
        wrong={t('assessment.rule.fullAtWrong')}
        onChange={(value) => onChange({ fullAt: value })}
      />
      <YesNo id={`${id}.beyond`} t={t} field="beyond" value={beyond} onChange={onChange} />
      {beyond === 'yes' &&
        (['beyondPer', 'beyondPoints', 'beyondCap'] as const).map((field) => (
          <TextField
            key={field}
            id={`${id}.${field}`}
            label={t(`scheme.field.${field}`)}
            value={criterion[field]}
            figure
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
    </>
  );
}

interface YesNoProps {
  id: string;
  t: TFunction;
  field: 'beyond' | 'wholeSteps';
  value: 'no' | 'yes';
  onChange: (change: Partial<CriterionDraft>) => void;
}

function YesNo({ id, t, field, value, onChange }: YesNoProps) {
  return (
    <PickField
      id={id}
      label={t(`scheme.field.${field}`)}
      value={value}
      options={(['no', 'yes'] as const).map((each) => [each, t(`scheme.${field}.${each}`)])}
      onChange={(next) => onChange({ [field]: next })}
    />
  );
}
