/** 登记企业: one that is in no spreadsheet. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useMay, useMe, useTier } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Loading, Missing } from '../parts/states';
import { DeedLine } from '../supervision/deed-line';
import '../supervision/supervision.css';
import { registerKey } from './data';
import { readDoors } from './doors';
import { factLines, factsOf } from './facts';
import './register.css';
import { Rooms } from './rooms';

export function NewEnterprise() {
  const { t } = useTranslation();
  const me = useMe();
  const tier = useTier();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const unions = useQuery(unionsQuery);
  if (!may('enterprise.write')) return <Missing />;
  if (unions.data === undefined) return <Loading />;
  const places = unions.data.filter((union) => union.tier !== 'district' && union.closedOn === null);
  return (
    <div className="register">
      <h1>{t('register.new')}</h1>
      <Rooms />
      <DeedLine
        page
        open={t('register.new')}
        lines={[
          ...factLines(t),
          {
            ...{ name: 'unionId', label: t('register.union'), kind: 'choice' as const },
            start: places.find(({ id }) => id === me.union.id)?.id ?? places[0]?.id ?? '',
            options: places.map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: 'workers', label: t('register.workers'), kind: 'line', help: t('register.blank') },
          { name: 'members', label: t('register.members'), kind: 'line' },
        ]}
        run={async ({ unionId, workers, members, ...values }) => {
          const typed = { ...factsOf(values), workers: numberOf(workers), members: numberOf(members) };
          const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null));
          const { creditCode, name, kind } = typed;
          const made = await got(
            api.POST(readDoors[tier].list, { body: { ...given, creditCode, name, kind, unionId } }),
          );
          await client.invalidateQueries({ queryKey: registerKey });
          await navigate({ to: '/enterprises/$id', params: { id: made.id } });
        }}
      />
    </div>
  );
}

const numberOf = (text: string | undefined): number | null =>
  text === undefined || text.trim() === '' ? null : Number(text);
