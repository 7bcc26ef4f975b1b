/** 自评、初评、终评: what each stage gave for a criterion, side by side, with differences and reasons. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';
import { difference } from './difference';
import { givenIn } from './given';

type Criterion = Pick<Schemas['CriterionScoreView'], 'code' | 'name' | 'self' | 'review' | 'final' | 'grounds'>;

export function Stages({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation();
  const { code, name, self, grounds } = criterion;
  const given = (['self', 'review', 'final'] as const).flatMap((stage) => {
    const found = criterion[stage];
    return found === null ? [] : [{ stage, ...found }];
  });
  if (given.length === 0) return null;
  const label = `${t('course.stages')} ${code} ${name}`;
  return (
    <div className="wide stages" role="region" aria-label={label} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t('course.stages')}</span>
            </th>
            <th scope="col" className="right">
              {t('assessment.points')}
            </th>
            <th scope="col" className="right">
              {t('course.difference')}
            </th>
            <th scope="col">{t('course.reason')}</th>
            <th scope="col">{t('course.who')}</th>
          </tr>
        </thead>
        <tbody>
          {given.map(({ stage, points, reason, byName, at, late, ...rest }) => (
            <tr key={stage}>
              <th scope="row">
                {t(`course.stage.${stage}`)} {late && <span className="tag tag-late">{t('course.late')}</span>}
              </th>
              <td className="right">
                <Given given={givenIn({ points, reason, byName, at, late, ...rest })} grounds={grounds} />
                {amount(points)}
              </td>
              <td className="right">{stage === 'self' ? '—' : difference(points, self?.points)}</td>
              <td className="said">{reason}</td>
              <td>
                {byName} · <Time at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GivenProps {
  given: ReturnType<typeof givenIn>;
  grounds: Criterion['grounds'];
}

/** What the points were made of, where they were not given themselves. */
function Given({ given: { numerator, denominator, counts }, grounds }: GivenProps) {
  const { t } = useTranslation();
  if (numerator !== undefined && denominator !== undefined)
    return (
      <span className="hint">
        {t('course.given.rate', { numerator: amount(numerator), denominator: amount(denominator) })} ·{' '}
      </span>
    );
  if (counts === undefined) return null;
  const some = grounds.filter(({ code }) => (counts[code] ?? 0) > 0);
  return (
    <span className="hint">
      {some.length === 0
        ? t('course.given.none')
        : some.map(({ code, name }) => `${name} ${counts[code]}`).join(t('assessment.and'))}{' '}
      ·{' '}
    </span>
  );
}
