/** A share that was given out: whether it is signed for, and the way to change or withdraw it. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { UpperTier } from '../api/doors';
import { amount, percent } from '../parts/amount';
import { ChangeForm } from './change-form';
import { percentOf } from './divide';
import { WithdrawForm } from './withdraw-form';

interface Props {
  readonly tier: UpperTier;
  readonly parent: Schemas['TaskView'];
  readonly share: Schemas['TaskView'];
  readonly name: string;
  readonly remainder: string;
}

export function GivenRow({ tier, parent, share, name, remainder }: Props) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<'change' | 'withdraw'>();
  const toggle = (which: 'change' | 'withdraw') => setDeed(deed === which ? undefined : which);
  const close = () => setDeed(undefined);
  return (
    <>
      <tr data-share={share.id}>
        <th scope="row">
          <Link to="/tasks/$id" params={{ id: share.id }}>
            {name}
          </Link>
        </th>
        <td className="right">{amount(share.target)}</td>
        <td className="right">{percent(percentOf(share.target, parent.target))}</td>
        <td>{share.dueOn}</td>
        <td>
          <span className={share.status === 'assigned' ? 'tag tag-none' : 'tag tag-accepted'}>
            {t(`status.${share.status}`)}
          </span>
        </td>
        <td>
          <Button
            size="small"
            aria-expanded={deed === 'change'}
            aria-label={`${t('change.title')} ${name}`}
            onClick={() => toggle('change')}
          >
            {t('change.title')}
          </Button>{' '}
          <Button
            size="small"
            aria-expanded={deed === 'withdraw'}
            aria-label={`${t('change.withdraw')} ${name}`}
            onClick={() => toggle('withdraw')}
          >
            {t('change.withdraw')}
          </Button>
        </td>
      </tr>
      {deed !== undefined && (
        <tr>
          <td colSpan={6} className="unfolded">
            {deed === 'change' ? (
              <ChangeForm tier={tier} parent={parent} task={share} remainder={remainder} onDone={close} />
            ) : (
              <WithdrawForm tier={tier} parent={parent} task={share} onDone={close} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}
