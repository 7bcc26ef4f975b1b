/** 诉求件: within reach, those due first; by state, kind and words. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay, useTier } from '../api/me';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { CaseDue } from './case-due';
import { CaseMarks } from './case-marks';
import { SIZE, casesQuery, kinds, statuses } from './matter-data';
import './matter.css';

export function CaseList() {
  const { t } = useTranslation();
  const may = useMay();
  const tier = useTier();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/cases' });
  const list = useQuery(casesQuery(search));
  const go = (next: object) => void navigate({ to: '/cases', search: { ...search, page: undefined, ...next } });
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items, total } = list.data;
  return (
    <>
      <h1>{t('matter.title')}</h1>
      <div className="filters">
        <label>
          {t('task.status')}
          <select
            className="choice"
            value={search.state ?? ''}
            onChange={({ target }) => go({ state: target.value || undefined })}
          >
            <option value="">{t('matter.anyStatus')}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {t(`matter.status.${status}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('matter.kindIs')}
          <select
            className="choice"
            value={search.kind ?? ''}
            onChange={({ target }) => go({ kind: target.value || undefined })}
          >
            <option value="">{t('matter.anyKind')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`matter.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {(['open', 'overdue', 'marked'] as const).map((each) => (
          <Checkbox
            key={each}
            checked={search[each] === true}
            onChange={({ target }) => go({ [each]: target.checked || undefined })}
          >
            {t(`matter.${each}Only`)}
          </Checkbox>
        ))}
        <Input.Search
          className="case-find"
          allowClear
          maxLength={100}
          defaultValue={search.q}
          aria-label={t('matter.find')}
          placeholder={t('matter.find')}
          onSearch={(q) => go({ q: q.trim() || undefined })}
        />
        {tier === 'district' && may('case.define') && (
          <Link className="deed deed-quiet" to="/case-sources">
            {t('matter.sources')}
          </Link>
        )}
      </div>
      {items.length === 0 ? (
        <p className="hint">{t('matter.none')}</p>
      ) : (
        <div className="wide" role="region" aria-label={t('matter.title')} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('matter.about')}</th>
                <th scope="col">{t('matter.number')}</th>
                <th scope="col">{t('matter.kindIs')}</th>
                <th scope="col">{t('matter.union')}</th>
                <th scope="col">{t('matter.dueOn')}</th>
                <th scope="col">{t('task.status')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, title, number, kind, unionName, dueOn, daysLeft, status, marks }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/cases/$id" params={{ id }}>
                      {title}
                    </Link>{' '}
                    <CaseMarks marks={marks} />
                  </th>
                  <td>{number}</td>
                  <td>{t(`matter.kind.${kind}`)}</td>
                  <td>{unionName}</td>
                  <td>
                    <CaseDue dueOn={dueOn} daysLeft={daysLeft} />
                  </td>
                  <td>{t(`matter.status.${status}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages
        page={search.page ?? 1}
        size={SIZE}
        total={total}
        words={t('matter.total', { count: total })}
        onPage={(page) => go({ page })}
      />
    </>
  );
}
