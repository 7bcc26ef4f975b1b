/** Opens an assessment by a scheme, and says before what that means. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { deskKey } from '../desk/desk';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { scoringDoors } from './doors';

export function OpenAssessment({ tier, schemeId }: { tier: UpperTier; schemeId: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [beginOn, setBeginOn] = useState('');
  const open = useMutation({
    mutationFn: () =>
      got(api.POST(scoringDoors[tier].assessments, { body: { schemeId, ...(beginOn === '' ? {} : { beginOn }) } })),
    onSuccess: async ({ id }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['schemes'] }),
        client.invalidateQueries({ queryKey: ['assessments'] }),
        client.invalidateQueries({ queryKey: deskKey }),
      ]);
      await navigate({ to: '/assessments/$id', params: { id } });
    },
  });
  return (
    <section className="opening">
      <Field label={t('course.beginOn')} wrong={wrongIn(open.error, 'beginOn')}>
        {(given) => (
          <Input
            {...given}
            className="day-field"
            type="date"
            value={beginOn}
            onChange={({ target }) => {
              open.reset();
              setBeginOn(target.value);
            }}
          />
        )}
      </Field>
      <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
        {t('assessment.open')}
      </Button>{' '}
      <span className="hint">{t('assessment.openHelp')}</span>
      {open.isError && <Alert type="error" showIcon role="alert" title={words(open.error)} />}
    </section>
  );
}
