/** The grades of a scheme, as they are typed (等次): cut-offs, quotas, and what happens to equals at the last place. */
import { useTranslation } from 'react-i18next';
import { PickField } from './fields';
import { newKey } from './lists';
import { RowList } from './row-list';
import type { GradeDraft, TermsDraft } from './terms-draft';

interface Props {
  terms: TermsDraft;
  onChange: (change: Partial<TermsDraft>) => void;
}

export function GradesEditor({ terms: { grades, quotaTies }, onChange }: Props) {
  const { t } = useTranslation();
  const isLast = ({ id }: GradeDraft) => grades.length > 1 && id === grades[grades.length - 1]?.id;
  return (
    <section className="part-editor" aria-label={t('scheme.grades')}>
      <RowList<GradeDraft>
        id="grading.grades"
        title={t('scheme.grades')}
        rows={grades}
        rowName={(no) => t('scheme.row.grade', { no })}
        add={t('scheme.addGrade')}
        fresh={() => ({ id: newKey(), code: `dc${grades.length + 1}`, name: '', atLeast: '', quota: '' })}
        columns={[
          { field: 'name', label: t('scheme.col.name') },
          { field: 'code', label: t('assessment.code') },
          {
            field: 'atLeast',
            label: t('scheme.col.cutOff'),
            figure: true,
            placeholder: t('scheme.noLimit'),
            only: (grade) => !isLast(grade) || grade.atLeast !== '',
          },
          {
            field: 'quota',
            label: t('scheme.col.quota'),
            figure: true,
            suffix: '%',
            placeholder: t('scheme.noLimit'),
            only: (grade) => !isLast(grade) || grade.quota !== '',
          },
        ]}
        onChange={(rows) => onChange({ grades: rows })}
      />
      {grades.length > 0 && <p className="hint">{t('scheme.lastGrade')}</p>}
      {grades.some(({ quota }) => quota.trim() !== '') && (
        <PickField
          id="grading.quotaTies"
          label={t('scheme.quotaTies.title')}
          value={quotaTies}
          options={(['out', 'in'] as const).map((each) => [each, t(`scheme.quotaTies.${each}`)])}
          onChange={(value) => onChange({ quotaTies: value })}
        />
      )}
    </section>
  );
}
