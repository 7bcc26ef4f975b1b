/** 里程碑: how much of the target should be done by when; none is a straight line. */
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem, type Schemas } from '../api/client';
import './tasks.css';

export type Milestone = Schemas['MilestoneDto'];

/** As the task allows. */
const MOST = 24;

interface Props {
  readonly value?: readonly Milestone[];
  readonly onChange?: (next: Milestone[]) => void;
  readonly startOn?: string | undefined;
  readonly dueOn?: string | undefined;
  /** What the API said of them last. */
  readonly failure?: unknown;
}

export function Milestones({ value = [], onChange, startOn, dueOn, failure }: Props) {
  const { t } = useTranslation();
  const set = (no: number, change: Partial<Milestone>) =>
    onChange?.(value.map((each, at) => (at === no ? { ...each, ...change } : each)));
  return (
    <fieldset className="milestones">
      <legend>{t('milestone.title')}</legend>
      <p className="hint">{value.length === 0 ? t('milestone.none') : t('milestone.help')}</p>
      {value.map(({ on, percent }, no) => {
        const wrong = wrongAt(failure, no);
        return (
          // a row has no name but its place
          // oxlint-disable-next-line react/no-array-index-key
          <div key={no} className="milestone">
            <Input
              type="date"
              aria-label={t('milestone.on', { no: no + 1 })}
              aria-invalid={wrong !== undefined}
              min={startOn}
              max={dueOn}
              value={on}
              onChange={({ target }) => set(no, { on: target.value })}
            />
            <Input
              inputMode="decimal"
              aria-label={t('milestone.percent', { no: no + 1 })}
              aria-invalid={wrong !== undefined}
              suffix="%"
              value={percent}
              onChange={({ target }) => set(no, { percent: target.value })}
            />
            <Button
              aria-label={t('milestone.remove', { no: no + 1 })}
              onClick={() => onChange?.(value.filter((_, at) => at !== no))}
            >
              ✕
            </Button>
            {wrong !== undefined && (
              <p className="wrong" role="alert">
                {wrong}
              </p>
            )}
          </div>
        );
      })}
      <Button
        size="small"
        disabled={value.length >= MOST}
        onClick={() => onChange?.([...value, { on: '', percent: '' }])}
      >
        {t('milestone.add')}
      </Button>
    </fieldset>
  );
}

export const trimmed = (rows: readonly Milestone[]): Milestone[] =>
  rows.map(({ on, percent }) => ({ on, percent: percent.trim() }));

export const sameMilestones = (one: readonly Milestone[], other: readonly Milestone[]): boolean =>
  JSON.stringify(one.map(({ on, percent }) => [on, percent])) ===
  JSON.stringify(other.map(({ on, percent }) => [on, percent]));

function wrongAt(failure: unknown, no: number): string | undefined {
  if (!(failure instanceof Problem)) return undefined;
  return failure.errors.find(({ field }) => field.startsWith(`milestones[${no}]`))?.message;
}
