/** 提出申诉: which criteria, why, and the files that prove it; files go as soon as the appeal stands. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type LowerTier, isLower } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { amount } from '../parts/amount';
import { Field, wrongIn } from '../parts/field';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { OnTheirWay } from '../tasks/evidence-field';
import { useUploadsTo } from '../tasks/upload';
import { ownPublicationQuery } from './publication-data';
import { ownDoors } from './publication-doors';
import './publication.css';

export function AppealForm() {
  const tier = useTier();
  const may = useMay();
  return isLower(tier) && may('appeal.file') ? <Read tier={tier} /> : <Missing />;
}

function Read({ tier }: { tier: LowerTier }) {
  const { id } = useParams({ from: '/inside/results/$id/appeal' });
  const result = useQuery(ownPublicationQuery(tier, id));
  if (result.isPending) return <Loading />;
  if (result.data === undefined) return <Wrong error={result.error} />;
  return <Form tier={tier} result={result.data} />;
}

function Form({ tier, result }: { tier: LowerTier; result: Schemas['ClassPublicationDetail'] }) {
  const { t } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [criteria, setCriteria] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const { id, title, appealable, appealUntil, own } = result;
  const file = useMutation({
    mutationFn: () =>
      got(api.POST(ownDoors[tier].appeals, { body: { assessmentId: id, criteria: [...criteria], reason } })),
    onSuccess: () => void message.success(t('appeal.filed')),
    onSettled: () => client.invalidateQueries({ queryKey: ['results'], refetchType: 'none' }),
  });
  const appealId = file.data?.id;
  const address = appealId && `${ownDoors[tier].appeal.replace('{id}', appealId)}/evidence`;
  const uploads = useUploadsTo(address, () => undefined);
  const arrived = appealId !== undefined && uploads.going.length === 0;
  useEffect(() => {
    if (arrived) void navigate({ to: '/results/appeals/$appealId', params: { appealId }, replace: true });
  }, [arrived, appealId, navigate]);
  const toggle = (code: string, on: boolean): void =>
    setCriteria(on ? [...criteria, code] : criteria.filter((each) => each !== code));
  const wrongCriteria = wrongIn(file.error, 'criteria');
  return (
    <form
      className="appeal-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!file.isPending && appealId === undefined) file.mutate();
      }}
    >
      <h1>{t('appeal.fileOf', { title })}</h1>
      <p className="hint">
        {appealUntil !== null && t('publication.windowSaid', { day: appealUntil })}{' '}
        <Link to="/results">{t('appeal.toResults')}</Link>
      </p>
      {!appealable && appealId === undefined && <Alert type="warning" showIcon title={t('appeal.over')} />}
      <fieldset className="appeal-criteria" aria-describedby={wrongCriteria && 'criteria-wrong'}>
        <legend>{t('appeal.criteria')}</legend>
        {own.sheet.criteria.map(({ code, name, points, marks }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={criteria.includes(code)}
              onChange={({ target }) => toggle(code, target.checked)}
            />
            <span>
              {code} {name}
            </span>
            <span className="figure">{t('assessment.outOf', { points: amount(points), marks: amount(marks) })}</span>
          </label>
        ))}
        {wrongCriteria !== undefined && (
          <p id="criteria-wrong" className="wrong" role="alert">
            {wrongCriteria}
          </p>
        )}
      </fieldset>
      <Field label={t('appeal.reason')} help={t('appeal.reasonHelp')} wrong={wrongIn(file.error, 'reason')}>
        {(given) => (
          <Input.TextArea
            {...given}
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Field label={t('appeal.evidence')} help={t('appeal.evidenceHelp')}>
        {(given) => (
          <input
            {...given}
            type="file"
            multiple
            onChange={({ target }) => {
              uploads.add(target.files ?? []);
              target.value = '';
            }}
          />
        )}
      </Field>
      <OnTheirWay uploads={uploads} waits={false} />
      {file.isError && wrongCriteria === undefined && wrongIn(file.error, 'reason') === undefined && (
        <Alert type="error" showIcon role="alert" title={words(file.error)} />
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={file.isPending}
        disabled={appealId !== undefined || criteria.length === 0 || reason.trim() === ''}
      >
        {t('appeal.submit')}
      </Button>
      {appealId !== undefined && (
        <p>
          <Link to="/results/appeals/$appealId" params={{ appealId }}>
            {t('appeal.filed')}
          </Link>
        </p>
      )}
    </form>
  );
}
