/** One key: what it opens, from where and until when; changed, rotated, revoked. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedForm } from '../administration/deed-form';
import { Fact } from '../administration/fact';
import { api, got } from '../api/client';
import { useWords } from '../parts/states';
import { Time } from '../parts/time';
import { EndsOn } from './ends-on';
import { type ApiKey, linesOf, useReadAgain } from './key-data';
import { KeyLimits } from './new-key';
import { useScopeWords } from './scope-words';

interface Props {
  readonly applicationId: string;
  readonly apiKey: ApiKey;
  /** A third key is refused: while there are two, none is rotated. */
  readonly rotates: boolean;
  readonly onMade: (token: string) => void;
}

export function KeyCard({ applicationId, apiKey, rotates, onMade }: Props) {
  const { t } = useTranslation();
  const words = useScopeWords();
  const { name, prefix, state, scopes, networks, readsPerMinute, writesPerMinute, expiresOn, usedAt, usedFrom } =
    apiKey;
  return (
    <li className={state === 'live' ? undefined : 'key-dead'}>
      <h3>
        {name} <code>sanji_{prefix}_…</code>{' '}
        <span className={state === 'live' ? 'tag tag-accepted' : 'tag'}>{t(`keys.keyState.${state}`)}</span>
      </h3>
      <dl className="facts">
        <Fact label={t('keys.scopes')}>
          {scopes
            .map(words)
            .map(({ area, verb }) => `${area}·${verb}`)
            .join('、')}
        </Fact>
        <Fact label={t('keys.networks')}>{networks.join('、') || t('keys.anywhere')}</Fact>
        <Fact label={t('keys.limits')}>{t('keys.perMinute', { reads: readsPerMinute, writes: writesPerMinute })}</Fact>
        <Fact label={t('keys.ends')}>
          {state === 'live' ? <EndsOn day={expiresOn} replaced={!rotates} /> : expiresOn}
        </Fact>
        <Fact label={t('keys.used')}>
          {usedAt === null ? (
            t('keys.never')
          ) : (
            <>
              <Time at={usedAt} /> {t('keys.from', { network: usedFrom ?? '—' })}
            </>
          )}
        </Fact>
      </dl>
      {state === 'live' && <Deeds {...{ applicationId, apiKey, rotates, onMade }} />}
    </li>
  );
}

function Deeds({ applicationId, apiKey, rotates, onMade }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const readAgain = useReadAgain();
  const path = { id: applicationId, keyId: apiKey.id };
  const onError = (error: unknown) => void message.error(words(error));
  const rotate = useMutation({
    mutationFn: () =>
      got(api.POST('/api/v1/applications/{id}/keys/{keyId}/rotation', { params: { path }, body: { overlapDays: 7 } })),
    onSuccess: ({ token }) => token !== null && onMade(token),
    onError,
    onSettled: readAgain,
  });
  const revoke = useMutation({
    mutationFn: () => got(api.DELETE('/api/v1/applications/{id}/keys/{keyId}', { params: { path } })),
    onSuccess: () => void message.success(t('keys.revoked')),
    onError,
    onSettled: readAgain,
  });
  const { readsPerMinute, writesPerMinute, networks, version } = apiKey;
  return (
    <>
      <DeedForm<{ networks?: string; readsPerMinute: number; writesPerMinute: number }>
        title={t('keys.edit')}
        button={t('keys.changeGo')}
        done={t('keys.saved')}
        initial={{ networks: networks.join('\n'), readsPerMinute, writesPerMinute }}
        keeps
        act={(given) =>
          got(
            api.PATCH('/api/v1/applications/{id}/keys/{keyId}', {
              params: { path, header: { 'If-Match': `"${version}"` } },
              body: { ...given, networks: linesOf(given.networks) },
            }),
          )
        }
        after={readAgain}
      >
        {() => <KeyLimits />}
      </DeedForm>
      <p className="deeds">
        {rotates && (
          <Button loading={rotate.isPending} title={t('keys.rotateHint')} onClick={() => rotate.mutate()}>
            {t('keys.rotate')}
          </Button>
        )}
        <Popconfirm title={t('keys.revokeSure')} okText={t('keys.revoke')} onConfirm={() => revoke.mutate()}>
          <Button danger loading={revoke.isPending}>
            {t('keys.revoke')}
          </Button>
        </Popconfirm>
        {rotates && <span className="hint">{t('keys.rotateHint')}</span>}
      </p>
    </>
  );
}
