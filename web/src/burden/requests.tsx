/** The single things a union was asked for in a month, each a link, with what asked for the same figure before. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { PAGE, type Sought, requestsQuery } from './burden-data';

const kinds = ['task', 'report', 'returned', 'urge', 'order', 'selfScore'] as const;

export function Requests({ id, month }: { readonly id: string; readonly month: string | undefined }) {
  const { t } = useTranslation();
  const [sought, setSought] = useState<Omit<Sought, 'month'>>({ kind: undefined, twice: false, page: 1 });
  const list = useQuery({ ...requestsQuery(id, { ...sought, month }), placeholderData: keepPreviousData });
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items, page, total } = list.data;
  const seek = (part: Partial<Sought>) => setSought({ ...sought, page: 1, ...part });
  return (
    <section>
      <h2>{t('burden.requests')}</h2>
      <div className="filters no-print">
        <Radio.Group
          aria-label={t('burden.kind')}
          optionType="button"
          value={sought.kind ?? ''}
          options={[
            { value: '', label: t('burden.all') },
            ...kinds.map((value) => ({ value, label: t(`burden.kinds.${value}`) })),
          ]}
          onChange={({ target }) => seek({ kind: kinds.find((one) => one === target.value) })}
        />
        <Checkbox checked={sought.twice} onChange={({ target }) => seek({ twice: target.checked })}>
          {t('burden.onlyTwice')}
        </Checkbox>
      </div>
      {items.length === 0 ? (
        <p className="hint">{t('burden.none')}</p>
      ) : (
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('burden.day')}</th>
                <th scope="col">{t('burden.kind')}</th>
                <th scope="col">{t('burden.what')}</th>
                <th scope="col">{t('burden.asker')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ kind, taskId, assessmentId, title, askerName, day, twiceOf }) => (
                <tr key={`${kind} ${taskId ?? assessmentId} ${day} ${title}`}>
                  <td>{day}</td>
                  <td>{t(`burden.kinds.${kind}`)}</td>
                  <td>
                    {taskId === null ? (
                      title
                    ) : (
                      <Link to="/tasks/$id" params={{ id: taskId }}>
                        {title}
                      </Link>
                    )}
                    {twiceOf !== null && (
                      <p className="twice">
                        {t('burden.twiceOf', { day: twiceOf.day, union: twiceOf.askerName, title: twiceOf.title })}
                      </p>
                    )}
                  </td>
                  <td>{askerName}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <Pages
        page={page}
        size={PAGE}
        total={total}
        words={t('burden.total', { count: total })}
        onPage={(next) => setSought({ ...sought, page: next })}
      />
    </section>
  );
}
