/** The enterprises that were found (企业清单); verification is proposed for those chosen. */
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { isLower } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { amount } from '../parts/amount';
import { Wide } from '../parts/wide';
import type { DerivedList } from './data';
import { Propose } from './propose';

type Enterprise = Schemas['EnterpriseView'];

const said = (value: boolean | null) => (value === null ? 'unknown' : value ? 'yes' : 'no');

interface Listed {
  readonly items: readonly Enterprise[];
  readonly list: DerivedList | undefined;
}

export function Table({ items, list }: Listed) {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const proposes = isLower(tier) && may('enterprise.write');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  if (items.length === 0) return <p className="hint">{t('register.none')}</p>;
  return (
    <>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              {proposes && <th scope="col">{t('register.chosen')}</th>}
              <th scope="col">{t('register.name')}</th>
              <th scope="col">{t('register.code')}</th>
              <th scope="col">{t('register.union')}</th>
              <th scope="col" className="right">
                {t('register.workers')}
              </th>
              <th scope="col" className="right">
                {t('register.members')}
              </th>
              {list === 'notAllMembers' && (
                <th scope="col" className="right">
                  {t('register.notMembers')}
                </th>
              )}
              {list === 'withoutCommittees' && (
                <>
                  <th scope="col">{t('register.mediation')}</th>
                  <th scope="col">{t('register.legalSupervision')}</th>
                </>
              )}
              <th scope="col">{t('register.establishedOn')}</th>
              <th scope="col">{t('register.termEndsOn')}</th>
              <th scope="col">{t('register.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <tr key={each.id}>
                {proposes && (
                  <td>
                    <Checkbox
                      aria-label={t('register.choose', { name: each.name })}
                      disabled={each.openVerificationId !== null || each.closedOn !== null}
                      checked={chosen.has(each.id)}
                      onChange={() => toggle(each.id)}
                    />
                  </td>
                )}
                <th scope="row">
                  <Link to="/enterprises/$id" params={{ id: each.id }}>
                    {each.name}
                  </Link>
                </th>
                <td>{each.creditCode}</td>
                <td>{each.unionName}</td>
                <td className="right">{amount(each.workers)}</td>
                <td className="right">{amount(each.members)}</td>
                {list === 'notAllMembers' && (
                  <td className="right">{amount((each.workers ?? 0) - (each.members ?? 0))}</td>
                )}
                {list === 'withoutCommittees' && (
                  <>
                    <td>{t(`register.${said(each.mediation)}`)}</td>
                    <td>{t(`register.${said(each.legalSupervision)}`)}</td>
                  </>
                )}
                <td>{each.unionEstablishedOn ?? t('register.noUnion')}</td>
                <td>{each.termEndsOn ?? '—'}</td>
                <td>
                  {t(`register.finding.${each.standing}`)}
                  {each.openVerificationId !== null && <small> {t('register.waits')}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {proposes && chosen.size > 0 && <Propose ids={[...chosen]} onDone={() => setChosen(new Set())} />}
    </>
  );
}
