/** One ledger type (台账定义): its form, changed as another version; retired and taken up again. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { useDeed } from '../course/use-deed';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { ledgerKey, typeQuery } from './data';
import { deskKey } from '../desk/desk';
import { ReasonDeed } from '../parts/reason-deed';
import { TypeEditor } from './type-editor';
import './ledger.css';

export function TypePage() {
  const { id } = useParams({ from: '/inside/ledger-types/$id' });
  const type = useQuery(typeQuery(id));
  if (type.isPending) return <Loading />;
  if (type.data === undefined) return <Wrong error={type.error} />;
  return <Page key={`${id}-${type.data.version}`} type={type.data} />;
}

function Page({ type }: { readonly type: Schemas['LedgerForm'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, name, version, reason, publishedBy, publishedAt, retired, definition } = type;
  const at = { params: { path: { id } } };
  const resume = useDeed({
    run: () => got(api.DELETE('/api/v1/district/ledger-types/{id}/retirement', at)),
    of: ledgerKey,
  });
  return (
    <>
      <h1>
        {name} <small>{t('ledger.version', { version })}</small>
      </h1>
      <p className="hint">
        {publishedBy} <Time at={publishedAt} />：{reason}
      </p>
      <p>
        <Link to="/ledgers/$id" params={{ id }}>
          {t('ledger.entries')}
        </Link>
      </p>
      {may('ledger.define') && (
        <div className="deeds">
          {retired ? (
            <Button loading={resume.isPending} onClick={() => resume.mutate()}>
              {t('ledger.resume')}
            </Button>
          ) : (
            <ReasonDeed
              open={t('ledger.retire')}
              of={[ledgerKey, deskKey]}
              reason={t('ledger.reason')}
              run={(why) =>
                got(api.POST('/api/v1/district/ledger-types/{id}/retirement', { ...at, body: { reason: why } }))
              }
            />
          )}
        </div>
      )}
      <TypeEditor
        start={definition}
        id={id}
        publish={(next, why, breaks) =>
          got(
            api.PUT('/api/v1/district/ledger-types/{id}', {
              params: { path: { id }, header: { 'If-Match': `"${version}"` } },
              body: { definition: next, reason: why, breaks: [...breaks] },
            }),
          )
        }
      />
    </>
  );
}
