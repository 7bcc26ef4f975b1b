/** 公示: the one deed nobody can take back; what it freezes is said before, and what is still open. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { deskKey } from '../desk/desk';
import { useWords } from '../parts/states';
import { scoringDoors } from './doors';

interface Props {
  tier: UpperTier;
  assessment: Schemas['AssessmentDetail'];
}

export function Publication({ tier, assessment: { id, sheets, openSheets, openCriteria } }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [asked, setAsked] = useState(false);
  const publish = useMutation({
    mutationFn: () => got(api.POST(scoringDoors[tier].publication, { params: { path: { id } } })),
    onSuccess: () => void message.success(t('assessment.published')),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['assessment', id] }),
        client.invalidateQueries({ queryKey: ['assessments'] }),
        client.invalidateQueries({ queryKey: deskKey }),
      ]),
  });
  return (
    <section className="publication">
      <h2>{t('assessment.publication')}</h2>
      {openCriteria > 0 ? (
        <div className="deeds">
          <Button disabled aria-describedby="still-open">
            {t('assessment.publish')}
          </Button>
          <span id="still-open">{t('assessment.stillOpen', { sheets: openSheets, criteria: openCriteria })}</span>
        </div>
      ) : !asked ? (
        <Button onClick={() => setAsked(true)}>{t('assessment.publish')}</Button>
      ) : (
        <div className="confirm" role="group" aria-labelledby="freezes">
          <p id="freezes">
            <strong>{t('assessment.freezes')}</strong>
          </p>
          <ul>
            <li>{t('assessment.freeze.computed')}</li>
            <li>{t('assessment.freeze.sheets', { count: sheets })}</li>
            <li>{t('assessment.freeze.seen')}</li>
          </ul>
          <div className="deeds">
            <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
              {t('assessment.publishNow')}
            </Button>
            {/* the keyboard goes on where the button was, on the side one can come back from */}
            <Button autoFocus disabled={publish.isPending} onClick={() => setAsked(false)}>
              {t('assessment.notYet')}
            </Button>
          </div>
        </div>
      )}
      {publish.isError && <Alert type="error" showIcon role="alert" title={words(publish.error)} />}
    </section>
  );
}
