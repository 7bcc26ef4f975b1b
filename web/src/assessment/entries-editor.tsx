/** Bonuses, penalties and vetoes of a scheme, as they are typed (加分、减分、一票否决). */
import { useTranslation } from 'react-i18next';
import { useCountingColumns } from './counting-columns';
import { TextField } from './fields';
import { newKey } from './lists';
import { RowList } from './row-list';
import { notCounted } from './self-counting';
import type { EntryKindDraft, TermsDraft, VetoDraft } from './terms-draft';

interface Props {
  terms: TermsDraft;
  onChange: (change: Partial<TermsDraft>) => void;
}

export function EntriesEditor({ terms, onChange }: Props) {
  const { t } = useTranslation();
  const counting = useCountingColumns();
  const { vetoes, grades } = terms;
  return (
    <>
      {(['bonuses', 'penalties'] as const).map((key) => {
        const { cap, kinds } = terms[key];
        return (
          <section key={key} className="part-editor" aria-label={t(`scheme.${key}.title`)}>
            <h2>{t(`scheme.${key}.title`)}</h2>
            <div className="rule-row">
              <TextField
                id={`${key}.cap`}
                label={t(`scheme.${key}.cap`)}
                value={cap}
                figure
                placeholder={t(`scheme.${key}.none`)}
                onChange={(value) => onChange({ [key]: { cap: value, kinds } })}
              />
            </div>
            <RowList<EntryKindDraft>
              id={`${key}.kinds`}
              title={t(`scheme.${key}.kinds`)}
              rows={kinds}
              rowName={(no) => t(`scheme.row.${key}`, { no })}
              add={t(`scheme.${key}.add`)}
              fresh={() => {
                const code = `${key === 'bonuses' ? 'jia' : 'jian'}${kinds.length + 1}`;
                return { id: newKey(), code, name: '', each: '', cap: '', ...notCounted };
              }}
              columns={[
                { field: 'name', label: t('scheme.col.name'), wide: true },
                { field: 'code', label: t('assessment.code') },
                { field: 'each', label: t('scheme.col.one'), figure: true, placeholder: t('scheme.eachSays') },
                { field: 'cap', label: t('scheme.col.cap'), figure: true },
                ...counting,
              ]}
              onChange={(rows) => onChange({ [key]: { cap, kinds: rows } })}
            />
          </section>
        );
      })}
      <section className="part-editor" aria-label={t('scheme.vetoes')}>
        <RowList<VetoDraft>
          id="vetoes"
          title={t('scheme.vetoes')}
          rows={vetoes}
          rowName={(no) => t('scheme.row.veto', { no })}
          add={t('scheme.addVeto')}
          fresh={() => ({ id: newKey(), code: `fj${vetoes.length + 1}`, name: '', effect: 'zero', grade: '' })}
          columns={[
            { field: 'name', label: t('scheme.col.name'), wide: true },
            { field: 'code', label: t('assessment.code') },
            {
              field: 'effect',
              label: t('scheme.col.effect'),
              options: (['zero', 'gradeCapped', 'awardLost'] as const).map((each) => [
                each,
                t(`scheme.effect.${each}`),
              ]),
            },
            {
              field: 'grade',
              label: t('scheme.col.grade'),
              options: [['', t('scheme.chooseGrade')], ...grades.slice(1).map(({ id, name }) => [id, name] as const)],
              only: ({ effect }) => effect === 'gradeCapped',
            },
          ]}
          onChange={(rows) => onChange({ vetoes: rows })}
        />
      </section>
    </>
  );
}
