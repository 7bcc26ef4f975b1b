/** 批量申请延期: many of the union's tasks at once, with one reason; what is wrong is said row by row. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { type LowerTier, isLower, readDoors } from '../api/doors';
import { useTier } from '../api/me';
import { deskKey } from '../desk/desk';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { supervisionKey } from './data';
import { lowerDoors } from './doors';
import './supervision.css';

export function ExtensionApply() {
  const tier = useTier();
  return isLower(tier) ? <Apply tier={tier} /> : <Missing />;
}

function Apply({ tier }: { readonly tier: LowerTier }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const words = useWords();
  const { message } = App.useApp();
  const query = { status: 'signed', sort: 'dueOn', pageSize: 200 } as const;
  const list = useQuery({
    queryKey: ['tasks', tier, query],
    queryFn: () => got(api.GET(readDoors[tier].tasks, { params: { query } })),
  });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const apply = useMutation({
    mutationFn: () =>
      got(
        api.POST(lowerDoors[tier].extensions, {
          body: { tasks: chosen.map((taskId) => ({ taskId, proposedOn: day })), reason },
        }),
      ),
    onSuccess: async () => {
      void message.success(t('supervision.appliedMany', { count: chosen.length }));
      await Promise.all([supervisionKey, deskKey].map((queryKey) => client.invalidateQueries({ queryKey })));
      await navigate({ to: '/extensions', search: { of: 'own' } });
    },
  });
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const today = new Date().toISOString().slice(0, 10);
  const tasks = list.data.items.filter(({ dueOn }) => dueOn >= today);
  const wrongAt = (id: string): string | undefined => {
    const no = chosen.indexOf(id);
    if (no < 0) return undefined;
    return wrongIn(apply.error, `tasks[${no}].taskId`) ?? wrongIn(apply.error, `tasks[${no}].proposedOn`);
  };
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const fields = ['reason', ...chosen.flatMap((_, no) => [`tasks[${no}].taskId`, `tasks[${no}].proposedOn`])];
  return (
    <form
      aria-label={t('supervision.applyMany')}
      onSubmit={(event) => {
        event.preventDefault();
        apply.mutate();
      }}
    >
      <h1>{t('supervision.applyMany')}</h1>
      <p className="hint">{t('supervision.applyManyHelp')}</p>
      {tasks.length === 0 && <p className="hint">{t('task.none')}</p>}
      <ul className="choose">
        {tasks.map(({ id, title, dueOn }) => (
          <li key={id}>
            <Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)}>
              {title} · {dueOn}
            </Checkbox>
            {wrongAt(id) !== undefined && (
              <p className="wrong" role="alert">
                {wrongAt(id)}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Field label={t('supervision.proposedOn')}>
        {(given) => (
          <Input {...given} type="date" className="day" value={day} onChange={({ target }) => setDay(target.value)} />
        )}
      </Field>
      <Field label={t('supervision.reason')} wrong={wrongIn(apply.error, 'reason')}>
        {(given) => (
          <Input.TextArea
            {...given}
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {apply.error !== null && isElsewhere(apply.error, fields) && (
        <Alert type="error" showIcon role="alert" title={words(apply.error)} />
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={apply.isPending}
        disabled={chosen.length === 0 || day === '' || reason.trim() === ''}
      >
        {t('supervision.applyFor', { count: chosen.length })}
      </Button>
    </form>
  );
}
