/** What the district may do with a task of its own: change it or withdraw it. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { ChangeForm } from './change-form';
import { WithdrawForm } from './withdraw-form';

export function RootDeeds({ task }: { readonly task: Schemas['TaskView'] }) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<'change' | 'withdraw'>();
  const toggle = (which: 'change' | 'withdraw') => setDeed(deed === which ? undefined : which);
  const close = () => setDeed(undefined);
  return (
    <>
      <div className="deeds no-print">
        <Button aria-expanded={deed === 'change'} onClick={() => toggle('change')}>
          {t('change.task')}
        </Button>
        <Button aria-expanded={deed === 'withdraw'} onClick={() => toggle('withdraw')}>
          {t('change.withdrawTask')}
        </Button>
      </div>
      {deed === 'change' && (
        <ChangeForm tier="district" parent={undefined} task={task} remainder={null} onDone={close} />
      )}
      {deed === 'withdraw' && <WithdrawForm tier="district" parent={undefined} task={task} onDone={close} />}
    </>
  );
}
