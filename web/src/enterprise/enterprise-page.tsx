/** 企业: what is known of it, what can be done, and what it was before. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { unionsQuery } from '../api/unions';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { DeedLine } from '../supervision/deed-line';
import '../supervision/supervision.css';
import { enterpriseQuery, registerKey } from './data';
import { readDoors } from './doors';
import { factLines, factsOf } from './facts';
import { History } from './history';
import { Propose } from './propose';
import './register.css';
import { Rooms } from './rooms';

type Enterprise = Schemas['EnterpriseView'];

export function EnterprisePage() {
  const { id } = useParams({ from: '/inside/enterprises/$id' });
  const tier = useTier();
  const one = useQuery(enterpriseQuery(tier, id));
  if (one.isPending) return <Loading />;
  if (one.data === undefined) return <Wrong error={one.error} />;
  return <Page enterprise={one.data} />;
}

function Page({ enterprise }: { readonly enterprise: Enterprise }) {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const writes = may('enterprise.write') && enterprise.closedOn === null;
  return (
    <article className="register">
      <h1>{enterprise.name}</h1>
      <Rooms />
      <Facts enterprise={enterprise} />
      {writes && <Deeds key={enterprise.version} enterprise={enterprise} />}
      {writes && isLower(tier) && enterprise.openVerificationId === null && (
        <section className="part">
          <h2>{t('register.verify')}</h2>
          <Propose ids={[enterprise.id]} />
        </section>
      )}
      <History id={enterprise.id} />
    </article>
  );
}

function Facts({ enterprise }: { readonly enterprise: Enterprise }) {
  const { t } = useTranslation();
  const known = (value: boolean | null): string =>
    value === null ? t('register.unknown') : value ? t('register.yes') : t('register.no');
  const { creditCode, kind, industry, unionName, placedSince, workers, members, countedOn } = enterprise;
  const facts: readonly (readonly [string, string])[] = [
    [t('register.code'), creditCode],
    [t('register.kind'), t(`register.kinds.${kind}`)],
    [t('register.industry'), industry ?? '—'],
    [t('register.union'), `${unionName}（${t('register.since', { day: placedSince })}）`],
    [t('register.workers'), amount(workers)],
    [t('register.members'), amount(members)],
    [t('register.countedOn'), countedOn ?? '—'],
    [t('register.establishedOn'), enterprise.unionEstablishedOn ?? t('register.noUnion')],
    [t('register.termEndsOn'), enterprise.termEndsOn ?? '—'],
    [t('register.mediation'), known(enterprise.mediation)],
    [t('register.legalSupervision'), known(enterprise.legalSupervision)],
    [t('register.openedOn'), enterprise.openedOn],
    [t('register.standing'), t(`register.finding.${enterprise.standing}`)],
    ...(enterprise.closedOn === null
      ? []
      : [[t('register.closedOn'), `${enterprise.closedOn} ${enterprise.closedReason ?? ''}`] as const]),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Deeds({ enterprise }: { readonly enterprise: Enterprise }) {
  const { t } = useTranslation();
  const tier = useTier();
  const client = useQueryClient();
  const { data: unions = [] } = useQuery(unionsQuery);
  const places = unions.filter(
    (union) => union.tier !== 'district' && union.closedOn === null && union.id !== enterprise.unionId,
  );
  const doors = readDoors[tier];
  const params = { path: { id: enterprise.id }, header: { 'If-Match': `"${enterprise.version}"` } };
  const number = (text: string | undefined): number | null =>
    text === undefined || text.trim() === '' ? null : Number(text);
  const run = (deed: () => Promise<unknown>) => async () => {
    await deed();
    await client.invalidateQueries({ queryKey: registerKey });
  };
  return (
    <div className="deeds no-print">
      <DeedLine
        open={t('register.change')}
        lines={[
          ...factLines(t, enterprise),
          { name: 'since', label: t('register.factsFrom'), kind: 'day', help: t('register.factsFromHelp') },
          { name: 'reason', label: t('register.why'), kind: 'line' },
        ]}
        run={(values) =>
          run(() => {
            const when = { since: values.since || undefined, reason: values.reason || undefined };
            return got(api.PATCH(doors.one, { params, body: { ...factsOf(values), ...when } }));
          })()
        }
      />
      <DeedLine
        open={t('register.count')}
        lines={[
          { name: 'countedOn', label: t('register.countedOn'), kind: 'day' },
          {
            name: 'workers',
            label: t('register.workers'),
            kind: 'line',
            start: String(enterprise.workers ?? ''),
            help: t('register.blank'),
          },
          { name: 'members', label: t('register.members'), kind: 'line', start: String(enterprise.members ?? '') },
        ]}
        run={({ countedOn = '', workers, members }) =>
          run(() =>
            got(
              api.PUT(doors.headcount, {
                params,
                body: { countedOn, workers: number(workers), members: number(members) },
              }),
            ),
          )()
        }
      />
      {places.length > 0 && (
        <DeedLine
          open={t('register.move')}
          lines={[
            {
              ...{ name: 'unionId', label: t('register.to'), kind: 'choice' as const, start: places[0]?.id ?? '' },
              options: places.map(({ id, name }) => ({ value: id, label: name })),
            },
            { name: 'since', label: t('register.from'), kind: 'day' },
            { name: 'reason', label: t('register.reason'), kind: 'line' },
          ]}
          run={({ unionId = '', since = '', reason = '' }) =>
            run(() => got(api.PUT(doors.placement, { params, body: { unionId, since, reason } })))()
          }
        />
      )}
      <DeedLine
        open={t('register.close')}
        lines={[
          { name: 'closedOn', label: t('register.closedOn'), kind: 'day' },
          { name: 'reason', label: t('register.reason'), kind: 'line' },
        ]}
        run={({ closedOn = '', reason = '' }) =>
          run(() => got(api.PUT(doors.closure, { params, body: { closedOn, reason } })))()
        }
      />
    </div>
  );
}
