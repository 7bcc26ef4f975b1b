/** Why nothing of a period can be typed or reviewed now. */
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Period } from './form-data';

export function WhyNot({ period: { stage, opensOn, locksOn, mine } }: { readonly period: Period }) {
  const { t } = useTranslation();
  const asked = mine.owed && !mine.workable;
  if (!asked && (stage !== 'locked' || mine.owed)) return null;
  const why =
    stage === 'notOpen'
      ? t('forms.why.notOpen', { day: opensOn })
      : asked && mine.exempt
        ? t('forms.why.exempt')
        : t('forms.why.locked', { day: locksOn });
  return <Alert type="info" showIcon title={why} className="form-why" />;
}
