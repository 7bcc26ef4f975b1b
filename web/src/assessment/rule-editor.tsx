/** How a criterion is scored (评分规则): the kind, and what this kind wants to know. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ListError, PickField, TextField } from './fields';
import { replaced, without } from './lists';
import { type CriterionDraft, newBand } from './scheme-draft';

const kinds = ['proportional', 'bands', 'manual'] as const;
const overs = ['completion', 'punctuality'] as const;

interface Props {
  criterion: CriterionDraft;
  onChange: (change: Partial<CriterionDraft>) => void;
}

export function RuleEditor({ criterion, onChange }: Props) {
  const { t } = useTranslation();
  const { id, kind, fullAt, over, min, chosen } = criterion;
  /** What is computed looks at tasks; what is judged need not. */
  const change = (next: CriterionDraft['kind']) =>
    onChange({ kind: next, ...(next !== 'manual' && chosen === 'none' ? { chosen: 'all' } : {}) });
  return (
    <>
      <PickField
        id={`${id}.kind`}
        label={t('assessment.rule.title')}
        value={kind}
        options={kinds.map((each) => [each, t(`assessment.rule.${each}`)])}
        onChange={change}
      />
      {kind === 'proportional' && (
        <TextField
          id={`${id}.fullAt`}
          label={t('assessment.rule.fullAt')}
          value={fullAt}
          figure
          suffix="%"
          wrong={t('assessment.rule.fullAtWrong')}
          onChange={(value) => onChange({ fullAt: value })}
        />
      )}
      {kind === 'manual' && (
        <TextField
          id={`${id}.min`}
          label={t('assessment.rule.min')}
          value={min}
          figure
          placeholder="0"
          onChange={(value) => onChange({ min: value })}
        />
      )}
      {kind === 'bands' && (
        <PickField
          id={`${id}.over`}
          label={t('assessment.rule.over')}
          value={over}
          options={overs.map((each) => [each, t(`assessment.over.${each}`)])}
          onChange={(value) => onChange({ over: value })}
        />
      )}
      {kind === 'bands' && <Bands criterion={criterion} onChange={onChange} />}
    </>
  );
}

function Bands({ criterion: { id, bands, over }, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="bands">
      <legend>{t('assessment.rule.bandsTitle')}</legend>
      <ListError id={`${id}.bands`} />
      {bands.map((band, index) => {
        const no = index + 1;
        return (
          <div key={band.id} className="band">
            <TextField
              id={`${band.id}.atLeast`}
              label={t('assessment.rule.atLeast', { no, over: t(`assessment.over.${over}`) })}
              value={band.atLeast}
              figure
              suffix="%"
              onChange={(atLeast) => onChange({ bands: replaced(bands, band.id, { atLeast }) })}
            />
            <TextField
              id={`${band.id}.points`}
              label={t('assessment.rule.points', { no })}
              value={band.points}
              figure
              onChange={(points) => onChange({ bands: replaced(bands, band.id, { points }) })}
            />
            <button type="button" className="plain" onClick={() => onChange({ bands: without(bands, band.id) })}>
              {t('assessment.remove')} <span className="sr">{t('assessment.rule.band', { no })}</span>
            </button>
          </div>
        );
      })}
      <Button size="small" onClick={() => onChange({ bands: [...bands, newBand()] })}>
        {t('assessment.rule.addBand')}
      </Button>
    </fieldset>
  );
}
