/** 指标定义: the indicators of the district with those retired, and the library of ready ones. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { wrongIn } from '../parts/field';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { SIZE, definitionsQuery, indicatorKey, templatesQuery } from './indicator-data';
import './indicators.css';
import { kinds, thisYear } from './period';
import { PeriodChoice } from './period-choice';
import { ReasonDeed } from '../parts/reason-deed';
import { useMayDefine } from './rights';

export function DefinitionList() {
  const { t } = useTranslation();
  const may = useMayDefine();
  const navigate = useNavigate();
  const { page = 1 } = useSearch({ from: '/inside/indicator-definitions' });
  const list = useQuery(definitionsQuery(page));
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items, total } = list.data;
  return (
    <article className="indicators">
      <p className="no-print">
        <Link to="/indicators">{t('indicator.back')}</Link>
      </p>
      <h1>{t('indicator.definitions')}</h1>
      {may && (
        <div className="deeds">
          <Link className="deed" to="/indicators/new">
            {t('indicator.new')}
          </Link>
        </div>
      )}
      {items.length === 0 ? (
        <p>{t('indicator.noDefinitions')}</p>
      ) : (
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('indicator.one')}</th>
                <th scope="col">{t('indicator.write.code')}</th>
                <th scope="col">{t('indicator.programme')}</th>
                <th scope="col" className="right">
                  {t('indicator.version')}
                </th>
                <th scope="col">{t('indicator.standingIs')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, name, code, programme, version, retired }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/indicators/$id" params={{ id }}>
                      {name}
                    </Link>
                  </th>
                  <td>
                    <code>{code}</code>
                  </td>
                  <td>{programme}</td>
                  <td className="right">{version}</td>
                  <td>{t(retired ? 'indicator.retired' : 'indicator.inUse')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <Pages
        page={page}
        size={SIZE}
        total={total}
        words={t('indicator.count', { count: total })}
        onPage={(to) => void navigate({ to: '/indicator-definitions', search: { page: to } })}
      />
      <Library may={may} />
    </article>
  );
}

function Library({ may }: { readonly may: boolean }) {
  const { t } = useTranslation();
  const library = useQuery(templatesQuery);
  if (library.data === undefined) return null;
  // those the district has stand in the list above
  const left = library.data.items.filter(({ taken }) => !taken);
  return (
    <section aria-label={t('indicator.library')}>
      <h2>{t('indicator.library')}</h2>
      <p className="hint">
        {t('indicator.left', { count: left.length, taken: library.data.items.length - left.length })}
      </p>
      <ul className="library">
        {left.map((template) => (
          <Template key={template.code} template={template} may={may} />
        ))}
      </ul>
    </section>
  );
}

function Template({ template, may }: { readonly template: Schemas['IndicatorTemplateView']; readonly may: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [holdsFrom, setHoldsFrom] = useState(thisYear());
  const { code, definition, ledgers } = template;
  return (
    <li className="paper">
      <strong>{definition.name}</strong>{' '}
      <small className="hint">
        {definition.programme} · {code} · {definition.measure.unit}
      </small>
      <p>
        <code>{definition.numerator}</code>
        {definition.denominator !== null && (
          <>
            {' '}
            ÷ <code>{definition.denominator}</code>
          </>
        )}
      </p>
      {may && (
        <div className="deeds">
          <ReasonDeed
            open={t('indicator.take')}
            named={t('indicator.takeNamed', { name: definition.name })}
            done={t('indicator.tookIt')}
            of={[indicatorKey, ['ledgers']]}
            run={async () => {
              const made = await got(
                api.POST('/api/v1/district/indicator-templates/{template}/indicators', {
                  params: { path: { template: code } },
                  body: { holdsFrom },
                }),
              );
              await navigate({ to: '/indicators/$id', params: { id: made.id } });
            }}
          >
            {(error) => (
              <>
                {ledgers.length > 0 && (
                  <p className="hint">{t('indicator.withLedgers', { codes: ledgers.join('、') })}</p>
                )}
                <PeriodChoice
                  label={t('indicator.holdsFrom')}
                  value={holdsFrom}
                  among={kinds.slice(kinds.indexOf(definition.periodKind))}
                  wrong={wrongIn(error, 'holdsFrom')}
                  onPeriod={setHoldsFrom}
                />
              </>
            )}
          </ReasonDeed>
          <Link className="deed deed-quiet" to="/indicators/new" search={{ template: code }}>
            {t('indicator.changeFirst')}
          </Link>
        </div>
      )}
    </li>
  );
}
