/** Who leads a union (负责人): shown to everybody, noted by the system administrator. */
import { queryOptions, useQuery, useQueryClient, useInfiniteQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { DeedForm } from './deed-form';
import { Fact } from './fact';
import { officersQuery } from './officer-data';

const leaderQuery = (id: string) =>
  queryOptions({
    queryKey: ['union', id, 'leader'],
    queryFn: () => got(api.GET('/api/v1/unions/{id}/leader', { params: { path: { id } } })),
  });

export function LeaderFact({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: leader } = useQuery(leaderQuery(id));
  if (leader === undefined) return null;
  const { name, inOffice } = leader;
  return (
    <Fact label={t('administration.union.leader')}>
      {name ?? t('administration.union.noLeader')}
      {name !== null && !inOffice && `（${t('administration.union.leaderGone')}）`}
    </Fact>
  );
}

export function NoteLeader({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useInfiniteQuery(officersQuery({ unionId: id, active: true }));
  const officers = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <DeedForm<{ officerId: string }>
      title={t('administration.union.note')}
      hint={t('administration.union.noteHint')}
      button={t('administration.union.noteGo')}
      done={t('administration.union.noted')}
      act={(body) => got(api.PUT('/api/v1/unions/{id}/leader', { params: { path: { id } }, body }))}
      after={() => client.invalidateQueries({ queryKey: leaderQuery(id).queryKey })}
    >
      {() => (
        <Form.Item
          name="officerId"
          label={t('administration.union.leader')}
          rules={[{ required: true, message: t('signIn.needed') }]}
        >
          <Select
            options={officers.map(({ id: value, name, account }) => ({ value, label: `${name}（${account}）` }))}
          />
        </Form.Item>
      )}
    </DeedForm>
  );
}
