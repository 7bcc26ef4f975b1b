/** 校验审计链: the whole chain checked piece by piece, with its head to be written down elsewhere. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { amount, exact } from '../parts/amount';
import { useWords } from '../parts/states';

type Answer = Schemas['AuditVerification'];

interface Checked extends Answer {
  /** Seals checked in all pieces together. */
  readonly all: number;
  readonly at: string;
}

async function verify(onPiece: (checked: number, seals: number) => void): Promise<Checked> {
  let [all, from] = [0, 1];
  for (;;) {
    const answer = await got(api.GET('/api/v1/audit-entries/verification', { params: { query: { from } } }));
    all += answer.checked;
    onPiece(all, answer.seals);
    if (answer.nextFrom === null) return { ...answer, all, at: new Date().toISOString() };
    from = answer.nextFrom;
  }
}

export function Verification() {
  const { t } = useTranslation();
  const words = useWords();
  const [progress, setProgress] = useState<[number, number]>([0, 0]);
  const check = useMutation({ mutationFn: () => verify((checked, seals) => setProgress([checked, seals])) });
  const [checked, seals] = progress;
  return (
    <details className="verification">
      <summary>{t('administration.verification.title')}</summary>
      <p className="hint">{t('administration.verification.hint')}</p>
      <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
        {t('administration.verification.go')}
      </Button>
      {check.isPending && (
        <p role="status">
          <progress aria-label={t('administration.verification.title')} value={checked} max={Math.max(seals, 1)} />{' '}
          {t('administration.verification.progress', { checked: amount(checked), seals: amount(seals) })}
        </p>
      )}
      {check.error && <Alert type="error" showIcon role="alert" title={words(check.error)} />}
      {check.data && !check.isPending && <Result checked={check.data} />}
    </details>
  );
}

function Result({ checked }: { checked: Checked }) {
  const { t } = useTranslation();
  const { sound, broken, all, entries, waiting, head, at } = checked;
  const figures = { all: amount(all), entries: amount(entries), waiting: amount(waiting) };
  return (
    <div role="status">
      <Alert
        type={sound ? 'success' : 'error'}
        showIcon
        title={
          broken === null
            ? t(sound ? 'administration.verification.sound' : 'administration.verification.slipped', figures)
            : t(`administration.verification.${broken.fault}`, { no: amount(broken.no), id: broken.entryId })
        }
      />
      {head !== null && (
        <p>
          {t('administration.verification.head', { when: exact(at) })}
          <br />
          <code className="head-seal">{head}</code>
        </p>
      )}
    </div>
  );
}
