/** A scheme as one reads it: parts, criteria, marks, the rule in words, which tasks, who scores. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import type { Definition } from './definition';
import { RuleWords, SelectionWords } from './rule-words';

export function SchemeDocument({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  return (
    <div className="wide" role="region" aria-label={t('assessment.document')} tabIndex={0}>
      <table className="grid scheme">
        <thead>
          <tr>
            <th scope="col">{t('assessment.criterion')}</th>
            <th scope="col" className="right">
              {t('assessment.marks')}
            </th>
            <th scope="col">{t('assessment.rule.title')}</th>
            <th scope="col">{t('assessment.tasks')}</th>
            <th scope="col">{t('assessment.scorer.title')}</th>
          </tr>
        </thead>
        {definition.parts.map((part) => (
          <tbody key={part.code}>
            <tr className="part-row">
              <th scope="rowgroup">
                {part.code} {part.name}
              </th>
              <td className="right">{amount(part.marks)}</td>
              <td colSpan={3} />
            </tr>
            {part.criteria.map(({ code, name, marks, rule, tasks, scorer }) => (
              <tr key={code}>
                <th scope="row">
                  {code} {name}
                </th>
                <td className="right">{amount(marks)}</td>
                <td>
                  <RuleWords rule={rule} marks={marks} />
                </td>
                <td>
                  <SelectionWords tasks={tasks} />
                </td>
                <td>{t(`assessment.scorer.${scorer}`)}</td>
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('assessment.fullMarks')}</th>
            <td className="right">{amount(definition.fullMarks)}</td>
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
