/** What an indicator means (口径): how it is worked out and how it goes together, said in words. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';

export function Definition({ indicator }: { readonly indicator: Schemas['IndicatorDetail'] }) {
  const { t, i18n } = useTranslation();
  const { definition, code, version, holdsFrom, reason, publishedBy, mistakes } = indicator;
  const { measure, numerator, denominator, factor, decimals, direction, periodKind, overTime, overUnions } = definition;
  return (
    <section>
      <h2>{t('indicator.definition')}</h2>
      <dl>
        <dt>{t('indicator.workedOut')}</dt>
        <dd>
          {denominator === null ? t('indicator.alone', { factor }) : t('indicator.rate', { factor })}{' '}
          {t('indicator.decimals', { count: decimals, unit: measure.unit })}
        </dd>
        <dt>{t('indicator.of.numerator')}</dt>
        <dd>
          <code>{numerator}</code>
        </dd>
        {denominator !== null && (
          <>
            <dt>{t('indicator.of.denominator')}</dt>
            <dd>
              <code>{denominator}</code>
            </dd>
          </>
        )}
        <dt>{t('indicator.together')}</dt>
        <dd>
          {t('indicator.shortest', { kind: t(`indicator.kinds.${periodKind}`) })} {t(`indicator.overTime.${overTime}`)}{' '}
          {t(`indicator.overUnions.${overUnions}`)} {t(`indicator.direction.${direction}`)}
        </dd>
        <dt>{t('indicator.version')}</dt>
        <dd>{t('indicator.published', { code, version, day: holdsFrom, officer: publishedBy, reason })}</dd>
      </dl>
      {mistakes.map(({ field, zh, en }) => (
        <p key={`${field} ${zh}`} className="wrong">
          {i18n.language === 'zh' ? zh : en}
        </p>
      ))}
    </section>
  );
}
