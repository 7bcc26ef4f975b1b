/** Which tasks a criterion looks at; what this year has is offered. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { boardQuery } from '../tasks/task-data';
import { PickField, TextField } from './fields';
import { feedingOf } from './rule-draft';
import type { Chosen, CriterionDraft } from './scheme-draft';
import { namesIn } from './terms-draft';

interface Props {
  year: string;
  criterion: CriterionDraft;
  onChange: (change: Partial<CriterionDraft>) => void;
}

export function SelectionEditor({ year, criterion, onChange }: Props) {
  const { t } = useTranslation();
  const { id, chosen, names } = criterion;
  const fed = feedingOf(criterion) === 'tasks';
  const choices: Chosen[] = ['all', 'programmes', 'codes', ...(fed ? [] : (['none'] as const))];
  const named = chosen === 'programmes' || chosen === 'codes';
  return (
    <>
      {/* the error of a selection stands at its names, where there are any */}
      <PickField
        id={named ? `${id}.chosen` : `${id}.tasks`}
        label={t('assessment.tasks')}
        value={chosen}
        options={choices.map((each) => [each, t(`assessment.chosen.${each}`)])}
        onChange={(value) => onChange({ chosen: value, names: '' })}
      />
      {named && (
        <div className="wide-field">
          <TextField
            id={`${id}.tasks`}
            label={t(`assessment.names.${chosen}`)}
            value={names}
            onChange={(value) => onChange({ names: value })}
          />
          <Offers year={year} of={chosen} names={names} onAdd={(all) => onChange({ names: all })} />
        </div>
      )}
    </>
  );
}

interface OfferProps {
  year: string;
  of: 'programmes' | 'codes';
  names: string;
  onAdd: (names: string) => void;
}

function Offers({ year, of, names, onAdd }: OfferProps) {
  const { t } = useTranslation();
  const board = useQuery({ ...boardQuery(Number(year)), enabled: /^\d{4}$/.test(year) });
  const taken = namesIn(names);
  const known = new Map(
    (board.data?.tasks ?? []).flatMap(({ programme, code, title }): [string, string][] =>
      of === 'programmes' ? [[programme, '']] : code === null ? [] : [[code, title]],
    ),
  );
  const offers = [...known].filter(([name]) => !taken.includes(name)).sort(([one], [other]) => (one < other ? -1 : 1));
  if (offers.length === 0) return null;
  return (
    <p className="offers">
      <span className="hint">{t('assessment.offers', { year })}</span>
      {offers.map(([name, title]) => (
        <button
          key={name}
          type="button"
          className="plain"
          onClick={() => onAdd([...taken, name].join(t('assessment.and')))}
        >
          + {name} {title}
        </button>
      ))}
    </p>
  );
}
