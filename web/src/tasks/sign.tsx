/** 签收: taking note of a task that was given. */
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type LowerTier, lowerDoors } from '../api/doors';
import { useWords } from '../parts/states';
import { useAgain } from './task-deeds';

export function Sign({ tier, task }: { readonly tier: LowerTier; readonly task: Schemas['TaskView'] }) {
  const { t } = useTranslation();
  const words = useWords();
  const again = useAgain();
  const { message } = App.useApp();
  const sign = useMutation({
    mutationFn: () => got(api.POST(lowerDoors[tier].signature, { params: { path: { id: task.id } } })),
    onSuccess: () => void message.success(t('desk.signed', { title: task.title })),
    onError: (error) => void message.error(words(error)),
    onSettled: again,
  });
  return (
    <Button type="primary" size="large" loading={sign.isPending} onClick={() => sign.mutate()}>
      {t('task.sign')}
    </Button>
  );
}
