/** The form as who fills it in will see it (预览): typed into for trying, kept nowhere. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FillCell } from './fill-cell';
import type { Definition } from './form-data';

export function FormPreview({ definition: { name, about, cells } }: { readonly definition: Definition }) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  return (
    <section className="paper" aria-label={t('formDesign.preview')}>
      <h2>{t('formDesign.preview')}</h2>
      <h3>{name}</h3>
      {about !== '' && <p className="note">{about}</p>}
      <p className="hint">{t('forms.zero')}</p>
      <div className="form-cells">
        {cells.map((cell, no) => (
          <FillCell
            key={no}
            cell={cell}
            value={values[cell.key] ?? ''}
            reason=""
            before={undefined}
            mark={undefined}
            wrong={undefined}
            wrongReason={undefined}
            onValue={(text) => setValues({ ...values, [cell.key]: text })}
            onReason={() => undefined}
          />
        ))}
      </div>
    </section>
  );
}
