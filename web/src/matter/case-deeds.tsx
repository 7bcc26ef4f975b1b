/** What may be done with a case now: assign it below or give it back above, answer it, return or close it. */
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { DeedLine } from '../supervision/deed-line';
import type { CaseOne } from './matter-data';

export function CaseDeeds({ of }: { readonly of: CaseOne }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { id, may, choices, version } = of;
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  if (may.length === 0) return null;
  return (
    <div className="deeds no-print">
      {may.includes('answer') && (
        <DeedLine
          primary
          open={t('matter.answerIt')}
          lines={[{ name: 'answer', label: t('matter.answer'), kind: 'area', help: t('matter.answerHint') }]}
          run={({ answer = '' }) => got(api.POST('/api/v1/cases/{id}/answer', { params, body: { answer } }))}
        />
      )}
      {may.includes('assign') && choices.length > 0 && (
        <DeedLine
          open={t('matter.assign')}
          lines={[
            {
              ...{ name: 'unionId', label: t('matter.to'), kind: 'choice', start: choices[0]?.id ?? '' },
              options: choices.map((union) => ({ value: union.id, label: union.name })),
            },
            { name: 'words', label: t('matter.words'), kind: 'area' },
          ]}
          run={({ unionId = '', words = '' }) =>
            got(
              api.POST('/api/v1/cases/{id}/assignment', {
                params,
                body: { unionId, ...(words.trim() === '' ? {} : { words }) },
              }),
            )
          }
        />
      )}
      {may.includes('handBack') && (
        <DeedLine
          open={t('matter.handBack')}
          lines={[{ name: 'reason', label: t('matter.reason'), kind: 'area', help: t('matter.handBackHint') }]}
          run={async ({ reason = '' }) => {
            await got(api.POST('/api/v1/cases/{id}/handback', { params, body: { reason } }));
            void message.success(t('matter.handedBack'));
            // it is out of reach now
            await navigate({ to: '/cases' });
          }}
        />
      )}
      {may.includes('review') && (
        <>
          <DeedLine
            primary
            open={t('matter.close')}
            lines={[]}
            run={() => got(api.POST('/api/v1/cases/{id}/closure', { params }))}
          >
            <p className="hint">{t('matter.closeHint')}</p>
          </DeedLine>
          <DeedLine
            open={t('matter.giveBack')}
            lines={[{ name: 'reason', label: t('matter.reason'), kind: 'area' }]}
            run={({ reason = '' }) => got(api.POST('/api/v1/cases/{id}/return', { params, body: { reason } }))}
          />
        </>
      )}
    </div>
  );
}
