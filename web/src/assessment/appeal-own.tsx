/** An appeal of the own union: what was said, its files, the answer; withdrawn or proved further while it waits. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type LowerTier, isLower } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { Field } from '../parts/field';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { OnTheirWay } from '../tasks/evidence-field';
import { useUploadsTo } from '../tasks/upload';
import { AppealFiles } from './appeal-files';
import { AppealAnswer, AppealSaid } from './appeal-said';
import { ownAppealQuery } from './publication-data';
import { ownDoors } from './publication-doors';
import './publication.css';

export function OwnAppeal() {
  const tier = useTier();
  return isLower(tier) ? <Read tier={tier} /> : <Missing />;
}

function Read({ tier }: { tier: LowerTier }) {
  const { appealId } = useParams({ from: '/inside/results/appeals/$appealId' });
  const appeal = useQuery(ownAppealQuery(tier, appealId));
  if (appeal.isPending) return <Loading />;
  if (appeal.data === undefined) return <Wrong error={appeal.error} />;
  return <One tier={tier} appeal={appeal.data} />;
}

function One({ tier, appeal }: { tier: LowerTier; appeal: Schemas['AppealDetail'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { id, title, status } = appeal;
  const reread = () => client.invalidateQueries({ queryKey: ['results'] });
  const base = ownDoors[tier].appeal.replace('{id}', id);
  const uploads = useUploadsTo(`${base}/evidence`, () => void reread());
  const remove = useMutation({
    mutationFn: (evidenceId: string) =>
      got(api.DELETE(ownDoors[tier].file, { params: { path: { id, evidenceId } } }) as Promise<Answer>),
    onError: (error) => void message.error(words(error)),
    onSettled: reread,
  });
  const withdraw = useMutation({
    mutationFn: () => got(api.DELETE(ownDoors[tier].appeal, { params: { path: { id } } }) as Promise<Answer>),
    onSuccess: () => void message.success(t('appeal.withdrawn')),
    onError: (error) => void message.error(words(error)),
    onSettled: reread,
  });
  const waits = status === 'filed' && may('appeal.file');
  return (
    <>
      <h1>{t('appeal.fileOf', { title })}</h1>
      <p>
        <Link to="/results">{t('appeal.toResults')}</Link>
      </p>
      <div className="claimed">
        <AppealSaid appeal={appeal} />
        <AppealFiles
          evidence={appeal.evidence}
          base={base}
          onRemove={waits ? (file) => remove.mutate(file) : undefined}
        />
        {waits && (
          <>
            <OnTheirWay uploads={uploads} waits={false} />
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
            <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t('appeal.withdraw')}
            </Button>
          </>
        )}
      </div>
      <AppealAnswer appeal={appeal} />
    </>
  );
}

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}
