/** Which standings: of which assessment, provisional or published, of which class, of which criterion. */
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import type { Card, Kind, ScoreboardSearch, ScoresView } from './scoreboard-data';

interface Props {
  cards: readonly Card[];
  scores: ScoresView;
  asked: ScoreboardSearch & { kind: Kind };
  onChoice: (part: ScoreboardSearch) => void;
}

export function ScoreChoices({ cards, scores, asked, onChoice }: Props) {
  const { t } = useTranslation();
  const { classes, criteria, assessment } = scores;
  return (
    <div className="filters score-choices no-print">
      <Choice
        label={t('scoreboard.which')}
        value={asked.assessmentId ?? ''}
        options={cards.map(({ assessmentId, year, title, ownerName }) => [
          assessmentId,
          `${year} · ${ownerName} · ${title}`,
        ])}
        onChoice={(assessmentId) =>
          onChoice({ assessmentId, kind: undefined, classCode: undefined, criterion: undefined })
        }
      />
      {assessment.provisional && (
        <Radio.Group
          aria-label={t('scoreboard.kind')}
          value={asked.kind}
          optionType="button"
          options={(['final', 'provisional'] as const).map((value) => ({ value, label: t(`scoreboard.${value}`) }))}
          onChange={({ target }) => onChoice({ kind: target.value as Kind })}
        />
      )}
      {classes.length > 0 && (
        <Choice
          label={t('scoreboard.class')}
          value={scores.classCode ?? ''}
          options={[
            ...(assessment.provisional ? [['', t('scoreboard.allClasses')] as const] : []),
            ...classes.map(({ code, name }) => [code, name] as const),
          ]}
          onChoice={(code) => onChoice({ classCode: code === '' ? undefined : code })}
        />
      )}
      {criteria.length > 0 && (
        <Choice
          label={t('scoreboard.criterion')}
          value={asked.criterion ?? ''}
          options={[
            ['', t('scoreboard.whole')],
            ...criteria.map(
              ({ code, name, marks }) => [code, t('scoreboard.marks', { name, marks: amount(marks) })] as const,
            ),
          ]}
          onChoice={(code) => onChoice({ criterion: code === '' ? undefined : code })}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChoice: (value: string) => void;
}

function Choice({ label, value, options, onChoice }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select className="pick-one" value={value} onChange={({ target }) => onChoice(target.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
