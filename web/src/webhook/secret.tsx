/** A secret, shown once. */
import { Alert, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

export function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      closable
      onClose={onClose}
      title={t('webhook.secretOnce')}
      description={
        <Typography.Text code copyable className="webhook-secret">
          {secret}
        </Typography.Text>
      }
    />
  );
}
