/** 约谈: with orders and without, the latest first. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { isUpper } from '../api/doors';
import { useMay, useMe, useTier } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { SIZE, interviewsQuery } from './data';
import { InterviewForm } from './interview-form';
import './supervision.css';

export function InterviewList() {
  const { t } = useTranslation();
  const me = useMe();
  const tier = useTier();
  const may = useMay();
  const navigate = useNavigate();
  const { page = 1 } = useSearch({ from: '/inside/interviews' });
  const list = useQuery(interviewsQuery(tier, page));
  const unions = useQuery(unionsQuery);
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items, total } = list.data;
  const below = (unions.data ?? []).filter(
    ({ id, parentId, closedOn }) =>
      closedOn === null && id !== me.union.id && (tier === 'district' || parentId === me.union.id),
  );
  return (
    <>
      <h1>{t('supervision.interviews')}</h1>
      {isUpper(tier) && may('order.issue') && below.length > 0 && (
        <div className="deeds no-print">
          <InterviewForm tier={tier} unions={below} />
        </div>
      )}
      {items.length === 0 ? <p className="hint">{t('supervision.noInterviews')}</p> : <Interviews items={items} />}
      <Pages
        page={page}
        size={SIZE}
        total={total}
        words={t('supervision.total', { count: total })}
        onPage={(next) => void navigate({ to: '/interviews', search: { page: next } })}
      />
    </>
  );
}

export function Interviews({ items }: { readonly items: readonly Schemas['InterviewView'][] }) {
  const { t } = useTranslation();
  return (
    <ul className="interviews">
      {items.map((each) => (
        <li key={each.id}>
          <strong>
            {each.heldOn} · {each.unionName}
          </strong>{' '}
          {each.orderId !== null && (
            <Link to="/orders/$id" params={{ id: each.orderId }}>
              {each.orderNumber}
            </Link>
          )}
          <p>
            {t('supervision.interviewed')}：{each.interviewed}；{t('supervision.heldBy')}：{each.heldBy}
          </p>
          <p className="note">
            {t('supervision.about')}：{each.about}
          </p>
          <p className="note">
            {t('supervision.agreed')}：{each.agreed}
          </p>
        </li>
      ))}
    </ul>
  );
}
