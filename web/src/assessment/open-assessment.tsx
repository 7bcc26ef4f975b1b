/** Opens an assessment by a scheme, and says before what that means. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { deskKey } from '../desk/desk';
import { useWords } from '../parts/states';
import { scoringDoors } from './doors';

export function OpenAssessment({ tier, schemeId }: { tier: UpperTier; schemeId: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: () => got(api.POST(scoringDoors[tier].assessments, { body: { schemeId } })),
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
      <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
        {t('assessment.open')}
      </Button>{' '}
      <span className="hint">{t('assessment.openHelp')}</span>
      {open.isError && <Alert type="error" showIcon role="alert" title={words(open.error)} />}
    </section>
  );
}
