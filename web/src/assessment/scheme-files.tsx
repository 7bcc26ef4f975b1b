/** What else can be done with a scheme: its versions, its files, a copy for the year after. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { documentDoors, fileOf } from './scheme-doors';
import './scheme-documents.css';

interface Props {
  tier: UpperTier;
  scheme: Schemas['SchemeView'];
  conducts: boolean;
}

export function SchemeFiles({ tier, scheme: { id, year, version }, conducts }: Props) {
  const { t } = useTranslation();
  return (
    <section className="scheme-files" aria-label={t('schemes.files')}>
      <p className="deeds">
        <Link to="/schemes/$id/versions" params={{ id }}>
          {t('schemes.versionsOf', { no: version })}
        </Link>
        <a href={fileOf(tier, id, 'document')} download>
          {t('schemes.exportJson')}
        </a>
        <a href={fileOf(tier, id, 'spreadsheet')} download>
          {t('schemes.exportSheet')}
        </a>
      </p>
      {conducts && <CopyForYear tier={tier} id={id} from={year} />}
    </section>
  );
}

function CopyForYear({ tier, id, from }: { tier: UpperTier; id: string; from: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [year, setYear] = useState(String(Math.max(from + 1, dayjs().year())));
  const copy = useMutation({
    mutationFn: () =>
      got(api.POST(documentDoors[tier].copies, { params: { path: { id } }, body: { year: Number(year) } })),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['schemes'] });
      await navigate({ to: '/schemes/$id', params: { id: made.id } });
    },
  });
  const wrong = wrongIn(copy.error, 'year');
  return (
    <form
      className="begin"
      onSubmit={(event) => {
        event.preventDefault();
        copy.mutate();
      }}
    >
      <Field label={t('schemes.copyYear')} wrong={wrong}>
        {(given) => (
          <Input {...given} inputMode="numeric" value={year} onChange={({ target }) => setYear(target.value)} />
        )}
      </Field>
      <Button htmlType="submit" loading={copy.isPending}>
        {t('schemes.copyForYear')}
      </Button>
      {copy.isError && wrong === undefined && <Alert type="error" showIcon role="alert" title={words(copy.error)} />}
    </form>
  );
}
