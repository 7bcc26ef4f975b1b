/** What a definition would do: who would owe it, on which days, and what it would change. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { PeriodName } from './period-name';

interface Props {
  readonly trial: Schemas['FormTrial'];
  readonly period: string;
}

export function Trial({ trial: { owing, differences, days }, period }: Props) {
  const { t } = useTranslation();
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={
        <>
          <p>
            {t('formDesign.right', { count: owing })}
            {days !== null && (
              <>
                {' '}
                <PeriodName period={period} />
                {t('formDesign.days', {
                  opens: days.opensOn,
                  due: days.dueOn,
                  locks: days.locksOn ?? t('forms.never'),
                })}
              </>
            )}
          </p>
          <Differences differences={differences} />
        </>
      }
    />
  );
}

export function Differences({ differences }: { readonly differences: readonly Schemas['FormDifferenceView'][] }) {
  const { i18n } = useTranslation();
  if (differences.length === 0) return null;
  return (
    <ul>
      {differences.map(({ zh, en }) => (
        <li key={zh}>{i18n.language === 'zh' ? zh : en}</li>
      ))}
    </ul>
  );
}
