/** What the unions below handed in: how many, who, and what it adds up to with what is missing beside it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../api/me';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { Wide } from '../parts/wide';
import { countsQuery, type Period, SIZE, unionsQuery } from './form-data';
import { standings } from './form-search';
import { type Kind, kindsFor, Propose } from './propose';
import { Totals } from './totals';

interface Props {
  readonly id: string;
  readonly period: Period;
}

const counted = ['expected', 'onTime', 'late', 'missing', 'exempted'] as const;

export function Overseen({ id, period: about }: Props) {
  const { period } = about;
  const { t } = useTranslation();
  const { unionId } = useSearch({ from: '/inside/forms/$id/$period' });
  const counts = useQuery(countsQuery(id, period, unionId));
  if (counts.isPending) return <Loading />;
  if (counts.data === undefined) return <Wrong error={counts.error} />;
  const { data } = counts;
  const to = { to: '/forms/$id/$period', params: { id, period } } as const;
  const out = new URLSearchParams(unionId === undefined ? {} : { unionId });
  return (
    <>
      <section className="part" aria-label={t('forms.counts')}>
        <h2>{t('forms.counts')}</h2>
        <p className="hint">{t('forms.countsHint')}</p>
        {unionId !== undefined && (
          <p>
            <Link {...to}>{t('forms.all')}</Link>
          </p>
        )}
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th>{t('forms.union')}</th>
                {counted.map((key) => (
                  <th key={key} className="right">
                    {t(`forms.count.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.branches.map((branch) => (
                <tr key={branch.unionId}>
                  <th scope="row">
                    {branch.unionId === data.unionId ? (
                      branch.unionName
                    ) : (
                      <Link {...to} search={{ unionId: branch.unionId }}>
                        {branch.unionName}
                      </Link>
                    )}
                  </th>
                  {counted.map((key) => (
                    <td key={key} className="right">
                      {branch[key]}
                    </td>
                  ))}
                </tr>
              ))}
              <tr className="form-sum">
                <th scope="row">{t('forms.together')}</th>
                {counted.map((key) => (
                  <td key={key} className="right">
                    {data[key]}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </Wide>
      </section>
      <Unions id={id} period={about} />
      <Totals id={id} period={period} unionId={unionId} />
      <div className="deeds no-print">
        {(['xlsx', 'csv'] as const).map((format) => (
          <a
            key={format}
            className="deed deed-quiet"
            href={`/api/v1/forms/${id}/periods/${period}/export?${new URLSearchParams([...out, ['format', format]])}`}
            download
          >
            {t(`forms.out.${format}`)}
          </a>
        ))}
      </div>
    </>
  );
}

function Unions({ id, period: { period, stage } }: Props) {
  const { t } = useTranslation();
  const own = useMe().union.id;
  const writes = useMay()('form.write');
  const [asked, setAsked] = useState<{ readonly id: string; readonly name: string; readonly kinds: Kind[] }>();
  const search = useSearch({ from: '/inside/forms/$id/$period' });
  const navigate = useNavigate();
  const list = useQuery(unionsQuery(id, period, search));
  const go = (part: typeof search) =>
    void navigate({
      to: '/forms/$id/$period',
      params: { id, period },
      search: { ...search, page: undefined, ...part },
    });
  return (
    <section className="part" aria-label={t('forms.unions')}>
      <h2>{t('forms.unions')}</h2>
      <div className="filters no-print">
        <label>
          <span>{t('forms.state')}</span>
          <select
            className="choice"
            value={search.standing ?? ''}
            onChange={({ target }) => go({ standing: standings.find((each) => each === target.value) })}
          >
            <option value="">{t('forms.any')}</option>
            {standings.map((each) => (
              <option key={each} value={each}>
                {t(`forms.standing.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {list.data === undefined ? (
        list.isPending ? (
          <Loading />
        ) : (
          <Wrong error={list.error} />
        )
      ) : (
        <>
          <Wide>
            <table className="grid">
              <thead>
                <tr>
                  <th>{t('forms.union')}</th>
                  <th>{t('forms.above')}</th>
                  <th>{t('forms.state')}</th>
                  <th>{t('forms.return')}</th>
                  <th>{t('forms.submittedAt')}</th>
                  <th className="right">{t('forms.marks')}</th>
                  {writes && <th className="no-print">{t('forms.exceptions')}</th>}
                </tr>
              </thead>
              <tbody>
                {list.data.items.map(({ unionId, unionName, aboveName, standing, returnId, status, ...rest }) => (
                  <tr key={unionId}>
                    <th scope="row">{unionName}</th>
                    <td>{aboveName}</td>
                    <td>
                      <span className={`form-standing form-standing-${standing}`}>
                        {t(`forms.standing.${standing}`)}
                      </span>
                    </td>
                    <td>
                      {returnId === null || status === null ? (
                        '—'
                      ) : (
                        <Link
                          to="/forms/$id/$period"
                          params={{ id, period }}
                          search={{ ...search, look: returnId }}
                          aria-label={`${unionName} ${t(`forms.status.${status}`)}`}
                        >
                          {t(`forms.status.${status}`)}
                        </Link>
                      )}
                    </td>
                    <td>{rest.submittedAt !== null && <Time at={rest.submittedAt} />}</td>
                    <td className="right">{rest.marks}</td>
                    {writes && (
                      <td className="no-print">
                        <Ask
                          {...{ stage, standing }}
                          name={unionName}
                          own={unionId === own}
                          onAsk={(kinds) => setAsked({ id: unionId, name: unionName, kinds })}
                        />
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
          {asked !== undefined && (
            <Propose
              key={asked.id}
              {...{ id, period, union: asked, kinds: asked.kinds }}
              onDone={() => setAsked(undefined)}
            />
          )}
          <Pages
            page={search.page ?? 1}
            size={SIZE}
            total={list.data.total}
            words={t('forms.inAll', { count: list.data.total })}
            onPage={(page) => go({ page })}
          />
        </>
      )}
    </section>
  );
}

interface AskProps {
  readonly name: string;
  readonly own: boolean;
  readonly stage: Period['stage'];
  readonly standing: (typeof standings)[number];
  readonly onAsk: (kinds: Kind[]) => void;
}

/** For a union below; the own one asks above. */
function Ask({ name, own, stage, standing, onAsk }: AskProps) {
  const { t } = useTranslation();
  const kinds = kindsFor(stage, standing === 'missing' || standing === 'exempted' ? standing : 'received');
  if (own || kinds.length === 0) return '—';
  return (
    <Button size="small" aria-label={t('forms.proposeFor', { name })} onClick={() => onAsk(kinds)}>
      {t('forms.propose')}
    </Button>
  );
}
