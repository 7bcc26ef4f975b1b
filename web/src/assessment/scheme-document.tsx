/** A scheme as one reads it: parts, criteria to any depth, marks, the rule in words, which tasks, who scores. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { type Criterion, type Definition, isGroup, type Node } from './definition';
import { RuleWords, SelectionWords } from './rule-words';
import { percentOf } from './sums';
import { TermsDocument } from './terms-document';

export function SchemeDocument({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  return (
    <>
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
          {definition.parts.map(({ code, name, marks, weight, criteria }) => (
            <tbody key={code}>
              <tr className="part-row">
                <th scope="rowgroup">
                  {code} {name}
                </th>
                <td className="right">{amount(marks)}</td>
                <td colSpan={3}>
                  {weight !== undefined && weight !== '1' && t('scheme.weightSaid', { percent: percentOf(weight) })}
                </td>
              </tr>
              <Rows nodes={criteria} definition={definition} depth={0} />
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
      <TermsDocument definition={definition} />
    </>
  );
}

interface RowsProps {
  nodes: readonly Node[];
  definition: Definition;
  depth: number;
}

function Rows({ nodes, definition, depth }: RowsProps) {
  const { t } = useTranslation();
  return nodes.map((node) => {
    const { code, name, marks, note } = node;
    const head = (
      <>
        <th scope="row" style={{ paddingLeft: 8 + depth * 16 }}>
          {code} {name}
          {note !== undefined && <span className="hint criterion-note">{note}</span>}
        </th>
        <td className="right">{amount(marks)}</td>
      </>
    );
    if (isGroup(node))
      return [
        <tr key={code} className="group-row">
          {head}
          <td colSpan={3} />
        </tr>,
        <Rows key={`${code} below`} nodes={node.criteria} definition={definition} depth={depth + 1} />,
      ];
    const { rule, tasks, withoutFacts } = node;
    return (
      <tr key={code}>
        {head}
        <td>
          <RuleWords rule={rule} marks={marks} />
          {withoutFacts !== undefined && withoutFacts !== 'open' && (
            <span className="hint criterion-note">
              {t('scheme.withoutFacts.title')}: {t(`scheme.withoutFacts.${withoutFacts}`)}
            </span>
          )}
        </td>
        <td>
          <SelectionWords tasks={tasks} />
        </td>
        <td>
          <ScorerWords scorer={node.scorer} offices={definition.offices} />
        </td>
      </tr>
    );
  });
}

function ScorerWords({ scorer, offices = [] }: Pick<Criterion, 'scorer'> & Pick<Definition, 'offices'>) {
  const { t } = useTranslation();
  if (typeof scorer === 'string') return <>{t(`scheme.scorer.${scorer}`)}</>;
  return <>{offices.find(({ code }) => code === scorer.office)?.name ?? scorer.office}</>;
}
