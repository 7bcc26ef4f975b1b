/** A new form (新建报表). */
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useMay, useTier } from '../api/me';
import { Field, wrongIn } from '../parts/field';
import { Missing } from '../parts/states';
import { blankForm, type PeriodKind, periodKinds } from './definition';
import { FormEditor } from './form-editor';
import { PeriodChoice, periodNow } from './period-name';
import './forms.css';
import './form-design.css';

export function FormNew() {
  const { t } = useTranslation();
  const may = useMay();
  const tier = useTier();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<PeriodKind>('month');
  const [first, setFirst] = useState(periodNow('month'));
  if (!may('form.define') || tier !== 'district') return <Missing />;
  return (
    <article className="forms">
      <h1>{t('formDesign.new')}</h1>
      <p className="hint">{t('formDesign.newHint')}</p>
      <FormEditor
        start={blankForm}
        id={null}
        period={first}
        head={(error) => (
          <>
            <Field label={t('formDesign.code')} help={t('formDesign.codeHelp')} wrong={wrongIn(error, 'code')}>
              {(given) => (
                <Input {...given} value={code} maxLength={64} onChange={({ target }) => setCode(target.value.trim())} />
              )}
            </Field>
            <Field label={t('formDesign.periodKind')} wrong={wrongIn(error, 'periodKind')}>
              {(given) => (
                <select
                  {...given}
                  className="choice"
                  value={kind}
                  onChange={({ target }) => {
                    const chosen = periodKinds.find((each) => each === target.value) ?? 'month';
                    setKind(chosen);
                    setFirst(periodNow(chosen));
                  }}
                >
                  {periodKinds.map((each) => (
                    <option key={each} value={each}>
                      {t(`forms.every.${each}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <PeriodChoice
              label={t('formDesign.firstPeriod')}
              help={t('formDesign.firstPeriodHelp')}
              kind={kind}
              value={first}
              wrong={wrongIn(error, 'firstPeriod')}
              onPeriod={setFirst}
            />
          </>
        )}
        publish={async (definition, reason) => {
          const body = { code, periodKind: kind, firstPeriod: first, definition, reason };
          const { id } = await got(api.POST('/api/v1/district/forms', { body }));
          await navigate({ to: '/forms/$id/definition', params: { id } });
        }}
      />
    </article>
  );
}
