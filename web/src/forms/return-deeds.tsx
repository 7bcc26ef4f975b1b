/** What may be done with a return now: the API says it. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useDeed } from '../course/use-deed';
import { formKey, type FormReturn } from './form-data';
import { deskKey } from '../desk/desk';
import { ReasonDeed } from '../parts/reason-deed';

export function ReturnDeeds({ entry: { id, deeds } }: { readonly entry: FormReturn }) {
  const { t } = useTranslation();
  const at = { params: { path: { id } } };
  const deed = useDeed<() => Promise<unknown>>({ run: (run) => run(), of: formKey });
  const can = (name: string): boolean => deeds.includes(name);
  return (
    <div className="deeds no-print">
      {can('accept') && (
        <Button
          type="primary"
          loading={deed.isPending}
          onClick={() => deed.mutate(() => got(api.POST('/api/v1/form-returns/{id}/acceptance', at)))}
        >
          {t('forms.deed.accept')}
        </Button>
      )}
      {can('return') && (
        <ReasonDeed
          open={t('forms.deed.return')}
          of={[formKey, deskKey]}
          most={1000}
          reason={t('forms.reason')}
          run={(reason) => got(api.POST('/api/v1/form-returns/{id}/return', { ...at, body: { reason } }))}
        />
      )}
      {can('takeBack') && (
        <Button
          loading={deed.isPending}
          onClick={() => deed.mutate(() => got(api.DELETE('/api/v1/form-returns/{id}/submission', at)))}
        >
          {t('forms.deed.takeBack')}
        </Button>
      )}
      {can('correct') && (
        <ReasonDeed
          open={t('forms.deed.correct')}
          of={[formKey, deskKey]}
          most={1000}
          reason={t('forms.reason')}
          run={(reason) => got(api.POST('/api/v1/form-returns/{id}/corrections', { ...at, body: { reason } }))}
        />
      )}
    </div>
  );
}
