/** What a scheme says beside its criteria, as one reads it. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import type { Definition } from './definition';
import { STEPS } from './terms-draft';

export function TermsDocument({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const { bonuses, penalties, vetoes = [], classes = [], grading, ties, course } = definition;
  const lists: [string, string[]][] = [];
  for (const [key, entries] of [['bonuses', bonuses] as const, ['penalties', penalties] as const]) {
    if (entries === undefined) continue;
    const kinds = entries.kinds.map(({ name, each, cap }) =>
      each === undefined
        ? t('scheme.said.entry', { name, cap: amount(cap) })
        : t('scheme.said.each', { name, each: amount(each), cap: amount(cap) }),
    );
    lists.push([t(`scheme.${key}.title`), [...kinds, t('scheme.said.cap', { cap: amount(entries.cap) })]]);
  }
  const gradeName = (code: string | undefined) => grading?.grades.find((each) => each.code === code)?.name ?? '';
  const vetoed = vetoes.map(({ name, effect, grade }) => {
    const what =
      effect === 'gradeCapped' ? t('scheme.said.capped', { grade: gradeName(grade) }) : t(`scheme.effect.${effect}`);
    return t('scheme.said.veto', { name, what });
  });
  lists.push([t('scheme.vetoes'), vetoed]);
  lists.push([t('scheme.classes'), classes.map((each) => [each.name, ...classWords(each)].join(t('assessment.and')))]);
  const graded = (grading?.grades ?? []).map(({ name, atLeast, quota }) =>
    [
      name,
      ...(atLeast === undefined ? [] : [t('scheme.said.atLeast', { points: amount(atLeast) })]),
      ...(quota === undefined ? [] : [t('scheme.said.quota', { quota })]),
    ].join(t('assessment.and')),
  );
  const equals =
    grading?.quotaTies === undefined
      ? []
      : [t('scheme.said.equals', { what: t(`scheme.quotaTies.${grading.quotaTies}`) })];
  lists.push([t('scheme.grades'), [...graded, ...equals]]);
  const told =
    ties?.by === 'criteria' ? [t('scheme.said.ties', { codes: (ties.criteria ?? []).join(t('assessment.and')) })] : [];
  lists.push([t('scheme.ties.title'), told]);
  const days = STEPS.flatMap((step) => {
    const count = course?.[step];
    return count === undefined ? [] : [t('scheme.said.days', { step: t(`scheme.course.${step}`), count })];
  });
  lists.push([t('scheme.course.title'), days]);
  return (
    <div className="terms">
      {lists
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );

  function classWords({ kinds = [], sizeFrom, sizeBelow }: NonNullable<Definition['classes']>[number]): string[] {
    return [
      ...kinds.map((kind) => t(`scheme.unionKind.${kind}`)),
      ...(sizeFrom === undefined ? [] : [t('scheme.said.sizeFrom', { size: sizeFrom })]),
      ...(sizeBelow === undefined ? [] : [t('scheme.said.sizeBelow', { size: sizeBelow })]),
    ];
  }
}
