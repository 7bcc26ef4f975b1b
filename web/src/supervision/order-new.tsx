/** 下达督办单: to a union below, because a task's light is red or by hand. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { type UpperTier, isUpper } from '../api/doors';
import { useMe, useTier } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Loading, Missing } from '../parts/states';
import { boardTaskQuery } from '../tasks/task-data';
import { DeedLine } from './deed-line';
import { upperDoors } from './doors';
import './supervision.css';

export function NewOrder() {
  const tier = useTier();
  return isUpper(tier) ? <Form tier={tier} /> : <Missing />;
}

function Form({ tier }: { readonly tier: UpperTier }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { unionId, taskId } = useSearch({ from: '/inside/orders/new' });
  const unions = useQuery(unionsQuery);
  const board = useQuery({ ...boardTaskQuery(taskId ?? ''), enabled: taskId !== undefined });
  if (unions.data === undefined || (taskId !== undefined && board.isPending)) return <Loading />;
  const below = unions.data.filter(
    ({ id, parentId, closedOn }) =>
      closedOn === null && id !== me.union.id && (tier === 'district' || parentId === me.union.id),
  );
  const task = board.data?.task;
  const red = task?.light === 'red';
  const yesNo = (yes: string, no: string) => [
    { value: 'no', label: no },
    { value: 'yes', label: yes },
  ];
  return (
    <>
      <h1>{t('supervision.issue')}</h1>
      {task !== undefined && <p>{t('supervision.forTask', { title: task.title, union: task.unionName })}</p>}
      {red && <p className="reason">{t('supervision.isRed')}</p>}
      <DeedLine
        page
        open={t('supervision.issueNow')}
        lines={[
          ...(unionId === undefined
            ? [
                {
                  ...{
                    name: 'unionId',
                    label: t('supervision.to'),
                    kind: 'choice' as const,
                    start: below[0]?.id ?? '',
                  },
                  options: below.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]
            : []),
          {
            ...{ name: 'toLeader', label: t('supervision.toLeader'), kind: 'choice' as const, start: 'no' },
            options: yesNo(t('supervision.yes'), t('supervision.no')),
          },
          { name: 'title', label: t('supervision.about'), kind: 'line' as const, start: task?.title ?? '' },
          { name: 'requirement', label: t('supervision.requirement'), kind: 'area' as const },
          { name: 'limitOn', label: t('supervision.limitOn'), kind: 'day' as const },
          {
            ...{ name: 'degree', label: t('supervision.degreeIs'), kind: 'choice' as const, start: 'blue' },
            options: (['blue', 'orange', 'red'] as const).map((value) => ({
              value,
              label: t(`supervision.degree.${value}`),
            })),
          },
        ]}
        run={async (values) => {
          const degree = (['orange', 'red'] as const).find((each) => each === values.degree) ?? 'blue';
          const order = await got(
            api.POST(upperDoors[tier].orders, {
              body: {
                unionId: unionId ?? values.unionId ?? '',
                title: values.title ?? '',
                requirement: values.requirement ?? '',
                limitOn: values.limitOn ?? '',
                degree,
                toLeader: values.toLeader === 'yes',
                ...(taskId === undefined ? {} : { taskId, cause: red ? ('light' as const) : ('hand' as const) }),
              },
            }),
          );
          await navigate({ to: '/orders/$id', params: { id: order.id } });
        }}
      />
    </>
  );
}
