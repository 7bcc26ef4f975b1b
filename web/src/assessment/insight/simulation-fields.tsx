/** What one may turn in a simulation: how much is done of each task, how it was met, and what scorers give. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { amount } from '../../parts/amount';
import type { Given, Timeliness, WhatIf } from './what-if';

interface Props {
  explanation: Schemas['ExplanationView'];
  whatIf: WhatIf;
  onChange: (whatIf: WhatIf) => void;
}

type Task = Schemas['ExplainedTaskView'];
const states = ['on_time', 'late', 'missing'] as const;

export function SimulationFields({ explanation: { criteria }, whatIf, onChange }: Props) {
  const { t } = useTranslation();
  const judged = criteria.filter(({ takes }) => takes !== null);
  return (
    <>
      <section aria-label={t('insight.workOf')}>
        <h2>{t('insight.workOf')}</h2>
        {tasksIn(criteria).map((task) => (
          <TaskFields
            key={task.taskId}
            task={task}
            changed={whatIf.tasks[task.taskId] ?? {}}
            onChange={(change) => onChange({ ...whatIf, tasks: { ...whatIf.tasks, [task.taskId]: change } })}
          />
        ))}
      </section>
      {judged.length > 0 && (
        <section aria-label={t('insight.judgements')}>
          <h2>{t('insight.judgements')}</h2>
          {judged.map((criterion) => (
            <GivenFields
              key={criterion.code}
              criterion={criterion}
              given={whatIf.scores[criterion.code] ?? {}}
              onChange={(given) => onChange({ ...whatIf, scores: { ...whatIf.scores, [criterion.code]: given } })}
            />
          ))}
        </section>
      )}
    </>
  );
}

/** Each task once, with everything that any criterion looks at. */
function tasksIn(criteria: readonly Schemas['ExplainedCriterionView'][]): Task[] {
  const known = new Map<string, Task>();
  for (const task of criteria.flatMap(({ tasks }) => tasks)) {
    const earlier = known.get(task.taskId);
    known.set(
      task.taskId,
      earlier === undefined
        ? task
        : {
            ...earlier,
            unit: earlier.unit ?? task.unit,
            done: earlier.done ?? task.done,
            target: earlier.target ?? task.target,
            timeliness: earlier.timeliness ?? task.timeliness,
          },
    );
  }
  return [...known.values()];
}

interface TaskProps {
  task: Task;
  changed: WhatIf['tasks'][string];
  onChange: (changed: WhatIf['tasks'][string]) => void;
}

function TaskFields({ task: { title, unit, done, target, timeliness }, changed, onChange }: TaskProps) {
  const { t } = useTranslation();
  const now = changed.done ?? done ?? '';
  const most = Math.max(Number(target ?? 0) * 1.5, Number(done ?? 0), 1);
  return (
    <div className="turn">
      {done !== null && target !== null && (
        <>
          <label>
            <span>{t('insight.done', { title, unit: unit ?? '', target: amount(target) })}</span>
            <input
              type="number"
              min={0}
              step="any"
              value={now}
              onChange={(event) => onChange({ ...changed, done: event.target.value })}
            />
          </label>
          <input
            type="range"
            aria-label={t('insight.doneSlider', { title })}
            min={0}
            max={most}
            step={most > 20 ? 1 : 'any'}
            value={Number(now)}
            onChange={(event) => onChange({ ...changed, done: event.target.value })}
          />
        </>
      )}
      {timeliness !== null && (
        <label>
          <span>{t('insight.timeliness', { title })}</span>
          <select
            className="pick-one"
            value={changed.timeliness ?? timeliness}
            onChange={(event) => onChange({ ...changed, timeliness: event.target.value as Timeliness })}
          >
            {states.map((state) => (
              <option key={state} value={state}>
                {t(`assessment.timeliness.${state}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

interface GivenProps {
  criterion: Schemas['ExplainedCriterionView'];
  given: Given;
  onChange: (given: Given) => void;
}

function GivenFields({ criterion: { code, name, marks, takes, grounds, judgement }, given, onChange }: GivenProps) {
  const { t } = useTranslation();
  const now = judgement?.given;
  const field = (label: string, value: string, change: (text: string) => void) => (
    <label key={label}>
      <span>{label}</span>
      <input type="number" min={0} step="any" value={value} onChange={(event) => change(event.target.value)} />
    </label>
  );
  const told = (key: 'points' | 'numerator' | 'denominator') => given[key] ?? textOf(now?.[key]);
  const counts = (now?.['counts'] ?? {}) as Record<string, number>;
  return (
    <div className="turn">
      {takes === 'points' &&
        field(t('insight.given', { code, name, marks: amount(marks) }), told('points'), (points) =>
          onChange({ points }),
        )}
      {takes === 'rate' &&
        (['numerator', 'denominator'] as const).map((key) =>
          field(t(`insight.${key}`, { code, name }), told(key), (text) =>
            onChange({ numerator: told('numerator'), denominator: told('denominator'), [key]: text }),
          ),
        )}
      {takes === 'occurrences' &&
        grounds.map(({ code: ground, name: what }) =>
          field(
            t('insight.count', { code, name, ground: what }),
            given.counts?.[ground] ?? String(counts[ground] ?? 0),
            (text) =>
              onChange({
                counts: {
                  ...Object.fromEntries(grounds.map((each) => [each.code, String(counts[each.code] ?? 0)])),
                  ...given.counts,
                  [ground]: text,
                },
              }),
          ),
        )}
    </div>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
