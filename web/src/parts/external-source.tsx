/** What another system gave (外部数据): out of what, which program and when, and all that was said before. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got, type Schemas } from '../api/client';
import { amount, exact } from './amount';
import { Loading, Wrong } from './states';

type Given = NonNullable<Schemas['TraceItem']['given']>;
type Said = Schemas['ExternalValueSaid'];

export function ExternalSource({ source, unionId, given }: { source: string; unionId: string; given: Given }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { period, by, at, code } = given;
  return (
    <>
      {source}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('indicator.outside.given', { period, by, at: exact(at) })}</summary>
        {open && <Course code={code} union={unionId} period={period} />}
      </details>
    </>
  );
}

function Course({ code, union, period }: { code: string; union: string; period: string }) {
  const path = { code, union, period };
  const found = useQuery({
    queryKey: ['external-value', path],
    queryFn: () => got(api.GET('/api/v1/indicators/{code}/values/{union}/{period}', { params: { path } })),
  });
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Wrong error={found.error} />;
  return (
    <ul>
      {[found.data, ...found.data.earlier].map((said) => (
        <li key={said.version}>
          <Line said={said} />
        </li>
      ))}
    </ul>
  );
}

function Line({ said: { version, value, unit, source, asOf, givenBy, network, givenAt } }: { said: Said }) {
  const { t } = useTranslation();
  return (
    <>
      {t('indicator.outside.version', { version })}{' '}
      {value === null ? t('indicator.outside.takenBack') : `${amount(value)} ${unit}`} · {source}
      {asOf !== null && ` · ${t('indicator.outside.asOf', { day: asOf })}`} · {givenBy} · {exact(givenAt)} · {network}
    </>
  );
}
