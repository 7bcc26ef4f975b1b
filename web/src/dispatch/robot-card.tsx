/** One robot: what is known of it, and what its administrator may do with it. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { DeedForm } from '../administration/deed-form';
import { useWords } from '../parts/states';
import { type Robot, useReadRobotsAgain } from './robot-data';
import { RobotFields } from './robot-fields';

type Given = Schemas['RobotChangeDto'];
type Deed = 'tried' | 'switched' | 'removed';

export function RobotCard({ robot }: { robot: Robot }) {
  const { t } = useTranslation();
  const words = useWords();
  const again = useReadRobotsAgain();
  const { message } = App.useApp();
  const { id, kind, name, hint, signed, language, active, events, version } = robot;
  const params = { path: { id } };
  const change = (body: Given) =>
    got(api.PUT('/api/v1/robots/{id}', { params: { ...params, header: { 'If-Match': `"${version}"` } }, body }));
  const deed = useMutation({
    mutationFn: async (which: Deed): Promise<unknown> => {
      if (which === 'tried') return got(api.POST('/api/v1/robots/{id}/test-messages', { params }));
      if (which === 'removed') return got(api.DELETE('/api/v1/robots/{id}', { params }));
      return change({ name, language, active: !active });
    },
    onSuccess: (_, which) => void message.success(t(`dispatch.robot.${which}`)),
    onError: (error) => void message.error(words(error)),
    onSettled: again,
  });
  return (
    <li>
      <h2>
        {name}{' '}
        <span className={active ? 'tag tag-accepted' : 'tag tag-none'}>{t(`dispatch.robot.active.${active}`)}</span>
      </h2>
      <p className="hint">
        {t(`dispatch.robot.kinds.${kind}`)} · {hint}
        {kind !== 'wecom' && ` · ${t(`dispatch.robot.signed.${signed}`)}`} · {t(`dispatch.languages.${language}`)} ·{' '}
        {t('dispatch.robot.tells', { count: events.length })}
      </p>
      <p className="deeds">
        <Button
          size="small"
          disabled={!active || deed.isPending}
          aria-label={`${t('dispatch.robot.try')} ${name}`}
          onClick={() => deed.mutate('tried')}
        >
          {t('dispatch.robot.try')}
        </Button>
        <Button size="small" disabled={deed.isPending} onClick={() => deed.mutate('switched')}>
          {t(`dispatch.robot.switch.${active}`)}
        </Button>
        <Popconfirm
          title={t('dispatch.robot.removeHint')}
          okText={t('dispatch.robot.remove')}
          onConfirm={() => deed.mutate('removed')}
        >
          <Button size="small" danger disabled={deed.isPending}>
            {t('dispatch.robot.remove')}
          </Button>
        </Popconfirm>
      </p>
      <DeedForm<Given>
        title={`${t('dispatch.robot.change')} ${name}`}
        button={t('dispatch.robot.changeGo')}
        done={t('dispatch.robot.changed')}
        initial={{ name, language, events }}
        act={(given) =>
          change({
            name: given.name,
            language: given.language,
            events: given.events ?? [],
            active,
            ...(given.address ? { address: given.address } : {}),
            ...(given.secret ? { secret: given.secret } : {}),
          })
        }
        after={again}
      >
        {() => <RobotFields known signs={kind !== 'wecom'} />}
      </DeedForm>
    </li>
  );
}
