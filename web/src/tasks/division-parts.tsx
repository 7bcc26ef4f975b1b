/** The head of the table that divides a task, and the row of what one keeps. */
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { percent } from '../parts/amount';
import { percentOf } from './divide';
import { isWrong } from './open-row';

export function Head({ unit }: { readonly unit: string }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('cascade.union')}</th>
        <th scope="col" className="right">
          {t('cascade.share')} ({unit})
        </th>
        <th scope="col" className="right">
          {t('cascade.share_')}
        </th>
        <th scope="col">{t('cascade.dueOn')}</th>
        <th scope="col">{t('task.status')}</th>
        <th scope="col">{t('cascade.deeds')}</th>
      </tr>
    </thead>
  );
}

interface Props {
  readonly task: Schemas['TaskView'];
  readonly kept: string;
  readonly wrong: string | undefined;
  readonly onType: (kept: string) => void;
}

export function KeptRow({ task, kept, wrong, onType }: Props) {
  const { t } = useTranslation();
  const bad = isWrong(kept) ? t('cascade.noNumber') : wrong;
  return (
    <tr>
      <th scope="row">
        <label htmlFor="share-kept">{t('cascade.keep')}</label>
      </th>
      <td className="right">
        <Input
          id="share-kept"
          className="cell"
          inputMode="decimal"
          status={bad === undefined ? '' : 'error'}
          aria-invalid={bad !== undefined}
          aria-describedby={bad === undefined ? undefined : 'share-kept-told'}
          value={kept}
          onChange={({ target: { value } }) => onType(value)}
        />
        {bad !== undefined && (
          <p id="share-kept-told" className="wrong" role="alert">
            {bad}
          </p>
        )}
      </td>
      <td className="right">{percent(percentOf(kept, task.target))}</td>
      <td colSpan={3} />
    </tr>
  );
}
