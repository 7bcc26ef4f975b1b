/** 台账定义: the ledger types of the district, and the library of ready ones. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useMay } from '../api/me';
import { useDeed } from '../course/use-deed';
import { Loading, Wrong } from '../parts/states';
import { ledgerKey, templatesQuery, typesQuery } from './data';
import './ledger.css';

export function TypeList() {
  const { t } = useTranslation();
  const may = useMay();
  const types = useQuery(typesQuery);
  if (types.isPending) return <Loading />;
  if (types.data === undefined) return <Wrong error={types.error} />;
  return (
    <>
      <h1>{t('ledger.types')}</h1>
      {may('ledger.define') && (
        <div className="filters">
          <Link className="deed" to="/ledger-types/new">
            {t('ledger.newType')}
          </Link>
        </div>
      )}
      {types.data.items.length === 0 && <p className="hint">{t('ledger.noTypes')}</p>}
      <ul className="ledgers">
        {types.data.items.map(({ id, name, programme, version, retired }) => (
          <li key={id} className="paper">
            <Link to="/ledger-types/$id" params={{ id }}>
              {name}
            </Link>{' '}
            <small className="hint">
              {programme} · {t('ledger.version', { version })}
              {retired && ` · ${t('ledger.retired')}`}
            </small>
          </li>
        ))}
      </ul>
      <Templates />
    </>
  );
}

function Templates() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const library = useQuery(templatesQuery);
  const take = useDeed<string>({
    run: async (template) => {
      const params = { path: { template } };
      const made = await got(api.POST('/api/v1/district/ledger-templates/{template}/ledger-types', { params }));
      await navigate({ to: '/ledgers/$id', params: { id: made.id } });
    },
    of: ledgerKey,
  });
  if (library.data === undefined) return null;
  return (
    <>
      <h2>{t('ledger.library')}</h2>
      <ul className="ledgers">
        {library.data.items.map(({ code, definition, figures, taken }) => (
          <li key={code} className="paper">
            <strong>{definition.name}</strong> <small className="hint">{definition.programme}</small>
            <p className="hint">{definition.about}</p>
            {figures.length > 0 && (
              <p>
                {t('ledger.gives')}
                {figures.map(({ name }) => name).join('、')}
              </p>
            )}
            {taken && <p className="hint">{t('ledger.taken')}</p>}
            {!taken && may('ledger.define') && (
              <div className="deeds">
                <Button
                  loading={take.isPending && take.variables === code}
                  aria-label={t('ledger.takeNamed', { name: definition.name })}
                  onClick={() => take.mutate(code)}
                >
                  {t('ledger.take')}
                </Button>
                <Link className="deed deed-quiet" to="/ledger-types/new" search={{ template: code }}>
                  {t('ledger.changeFirst')}
                </Link>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
