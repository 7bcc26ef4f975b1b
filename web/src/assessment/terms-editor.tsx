/** What a scheme says beside its criteria: offices, bonuses and penalties, vetoes, classes, grades, the course. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { EntriesEditor } from './entries-editor';
import { PickField, TextField } from './fields';
import { GradesEditor } from './grades-editor';
import { newKey } from './lists';
import type { Pen } from './pen';
import { RowList } from './row-list';
import { type ClassDraft, type OfficeDraft, STEPS, type TermsDraft } from './terms-draft';

interface Props {
  terms: TermsDraft;
  pen: Pen;
}

const KINDS = [
  '',
  'area',
  'industry',
  'enterprise',
  'area,industry',
  'area,enterprise',
  'industry,enterprise',
] as const;

export const TermsEditor = memo(function TermsEditor({ terms, pen }: Props) {
  const { t } = useTranslation();
  const change = (to: Partial<TermsDraft>) => pen.write((draft) => ({ ...draft, ...to }));
  const { offices, classes, course, tiesBy, tiesCriteria } = terms;
  return (
    <>
      <section className="part-editor" aria-label={t('scheme.offices')}>
        <RowList<OfficeDraft>
          id="offices"
          title={t('scheme.offices')}
          rows={offices}
          rowName={(no) => t('scheme.row.office', { no })}
          add={t('scheme.addOffice')}
          fresh={() => ({ id: newKey(), code: `bm${offices.length + 1}`, name: '' })}
          columns={[
            { field: 'name', label: t('scheme.col.name'), wide: true },
            { field: 'code', label: t('assessment.code') },
          ]}
          onChange={(rows) => change({ offices: rows })}
        />
      </section>
      <EntriesEditor terms={terms} onChange={change} />
      <section className="part-editor" aria-label={t('scheme.classes')}>
        <RowList<ClassDraft>
          id="classes"
          title={t('scheme.classes')}
          rows={classes}
          rowName={(no) => t('scheme.row.class', { no })}
          add={t('scheme.addClass')}
          fresh={() => ({
            id: newKey(),
            code: `z${classes.length + 1}`,
            name: '',
            kinds: '',
            sizeFrom: '',
            sizeBelow: '',
          })}
          columns={[
            { field: 'name', label: t('scheme.col.name'), wide: true },
            { field: 'code', label: t('assessment.code') },
            {
              field: 'kinds',
              label: t('scheme.col.kinds'),
              options: KINDS.map((each) => [each, kindsSaid(each)]),
            },
            { field: 'sizeFrom', label: t('scheme.col.sizeFrom'), figure: true, placeholder: t('scheme.noLimit') },
            { field: 'sizeBelow', label: t('scheme.col.sizeBelow'), figure: true, placeholder: t('scheme.noLimit') },
          ]}
          onChange={(rows) => change({ classes: rows })}
        />
      </section>
      <GradesEditor terms={terms} onChange={change} />
      <section className="part-editor" aria-label={t('scheme.ties.title')}>
        <h2>{t('scheme.ties.title')}</h2>
        <div className="rule-row">
          <PickField
            id="ties.by"
            label={t('scheme.ties.by')}
            value={tiesBy}
            options={(['shared', 'criteria'] as const).map((each) => [each, t(`scheme.ties.${each}`)])}
            onChange={(value) => change({ tiesBy: value })}
          />
          {tiesBy === 'criteria' && (
            <TextField
              id="ties.criteria"
              label={t('scheme.ties.codes')}
              value={tiesCriteria}
              placeholder="A1、B2"
              onChange={(value) => change({ tiesCriteria: value })}
            />
          )}
        </div>
      </section>
      <section className="part-editor" aria-label={t('scheme.course.title')}>
        <h2>{t('scheme.course.title')}</h2>
        <p className="hint">{t('scheme.course.help')}</p>
        <div className="rule-row">
          {STEPS.map((step) => (
            <TextField
              key={step}
              id={`course.${step}`}
              label={t(`scheme.course.${step}`)}
              value={course[step]}
              figure
              placeholder={t('scheme.course.skipped')}
              onChange={(value) => change({ course: { ...course, [step]: value } })}
            />
          ))}
        </div>
      </section>
    </>
  );

  function kindsSaid(kinds: (typeof KINDS)[number]): string {
    if (kinds === '') return t('scheme.anyKind');
    const each = kinds.split(',') as ('area' | 'industry' | 'enterprise')[];
    return each.map((kind) => t(`scheme.unionKind.${kind}`)).join(t('assessment.and'));
  }
});
