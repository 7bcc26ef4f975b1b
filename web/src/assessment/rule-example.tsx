/** A live example beside a rule (试算): one turns a figure and sees the points and how they come about. */
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosen } from '../i18n/i18n';
import { amount } from '../parts/amount';
import type { Rule } from './definition';
import { exampleOf, highestOf } from './example';
import { OTHERS, type Tried } from './example-facts';
import { feedingOf, type RuleDraft, ruleOf } from './rule-draft';
import type { CriterionDraft } from './scheme-draft';
import { fractionOf, numberText } from './sums';

interface Props {
  criterion: CriterionDraft;
  /** Of the part, in percent, as typed. */
  weight: string;
}

export const RuleExample = memo(function RuleExample({ criterion, weight }: Props) {
  const { t } = useTranslation();
  const [turned, setTurned] = useState<Turned>({ percent: 82, counts: {}, points: '' });
  const { id, code, marks } = criterion;
  const rule = ruleOf(criterion);
  const points = turned.points === '' ? numberText(marks) : turned.points;
  const words = { task: t('scheme.example.task'), unit: t('scheme.example.unit'), reason: t('scheme.example.reason') };
  const example = exampleOf(rule, numberText(marks), fractionOf(weight), { ...turned, points, words });
  return (
    <aside className="example" aria-label={t('scheme.example.of', { code })}>
      <h4>{t('scheme.example.title')}</h4>
      <Figures id={id} draft={criterion} rule={rule} tried={{ ...turned, points }} onTry={setTurned} />
      {example === null ? (
        <p className="hint">{t('scheme.example.incomplete')}</p>
      ) : (
        <div role="status">
          <p className="example-points">
            <strong>{amount(example.points)}</strong> {t('scheme.example.outOf', { marks: amount(example.most) })}
            {example.bonus !== null && ` ${t('scheme.example.bonus', { points: amount(example.bonus) })}`}
          </p>
          <p className="note">{example.explanation[chosen()]}</p>
          {example.next !== null && <p className="next-unit">{example.next[chosen()]}</p>}
        </div>
      )}
    </aside>
  );
});

type Turned = Omit<Tried, 'words'>;

interface FiguresProps {
  id: string;
  draft: RuleDraft;
  rule: Rule;
  tried: Turned;
  onTry: (tried: Turned) => void;
}

function Figures({ id, draft, rule, tried, onTry }: FiguresProps) {
  const { t } = useTranslation();
  const feeding = feedingOf(draft);
  if (feeding === 'points')
    return (
      <label className="example-figure">
        {t('scheme.example.given')}{' '}
        <input
          type="text"
          inputMode="decimal"
          value={tried.points}
          onChange={({ target }) => onTry({ ...tried, points: numberText(target.value) })}
        />
      </label>
    );
  if (feeding === 'occurrences')
    return (
      <>
        {draft.grounds.map(({ id: ground, code, name }) => (
          <label key={ground} className="example-figure">
            {name === '' ? code : name}{' '}
            <input
              type="number"
              min={0}
              max={999}
              value={tried.counts[code] ?? 0}
              onChange={({ target }) =>
                onTry({ ...tried, counts: { ...tried.counts, [code]: Math.max(0, Math.trunc(Number(target.value))) } })
              }
            />{' '}
            {t(draft.kind === 'counted' ? 'scheme.example.things' : 'scheme.example.times')}
          </label>
        ))}
      </>
    );
  const highest = highestOf(rule);
  const percent = Math.min(tried.percent, highest);
  const compares = draft.kind === 'rank' || draft.kind === 'relative';
  return (
    <div className="example-figure">
      <label htmlFor={`${id}.try`}>{t('scheme.example.rate', { rate: t(`scheme.rate.${draft.over}`), percent })}</label>
      <input
        id={`${id}.try`}
        type="range"
        min={0}
        max={highest}
        value={percent}
        onChange={({ target }) => onTry({ ...tried, percent: Number(target.value) })}
      />
      {compares && (
        <p className="hint">
          {t('scheme.example.others', { list: OTHERS.map((each) => `${each}%`).join(t('assessment.and')) })}
        </p>
      )}
    </div>
  );
}
