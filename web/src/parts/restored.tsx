/** Says that what stands in an editor was typed earlier and is not saved (未保存的草稿), and lets go of it. */
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

export function Restored({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('assessment.restored')}
      action={<Button onClick={onDiscard}>{t('assessment.beginAgain')}</Button>}
    />
  );
}
