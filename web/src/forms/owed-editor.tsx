/** Who owes a form (填报范围) and its moments in working days after the period (时点). */
import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { unionsQuery } from '../api/unions';
import { Field, wrongIn } from '../parts/field';
import type { Definition } from './form-data';

const tiers = ['district', 'subdistrict', 'community'] as const;

interface Props {
  readonly definition: Definition;
  readonly error: unknown;
  readonly onChange: (change: Partial<Definition>) => void;
}

export function OwedEditor({ definition: { owedBy }, error, onChange }: Props) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(unionsQuery);
  const options = data.map(({ id, name, code }) => ({ value: id, label: `${name}（${code}）` }));
  const set = (change: Partial<typeof owedBy>) => onChange({ owedBy: { ...owedBy, ...change } });
  const wrong = wrongIn(error, 'definition.owedBy.tiers');
  const unions = (part: 'under' | 'unions') => (
    <Field
      label={t(`formDesign.${part}`)}
      help={t(`formDesign.${part}Help`)}
      wrong={wrongIn(error, `definition.owedBy.${part}`)}
    >
      {(given) => (
        <Select
          {...given}
          mode="multiple"
          value={owedBy[part]}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          onChange={(ids: string[]) => set({ [part]: ids })}
        />
      )}
    </Field>
  );
  return (
    <section className="part" aria-label={t('formDesign.owedBy')}>
      <h2>{t('formDesign.owedBy')}</h2>
      <fieldset className="form-design-rule" aria-invalid={wrong !== undefined}>
        <legend>{t('formDesign.tiers')}</legend>
        {tiers.map((tier) => (
          <label key={tier}>
            <input
              type="checkbox"
              checked={owedBy.tiers.includes(tier)}
              onChange={({ target }) =>
                set({ tiers: tiers.filter((each) => (each === tier ? target.checked : owedBy.tiers.includes(each))) })
              }
            />{' '}
            {t(`formDesign.tier.${tier}`)}
          </label>
        ))}
        {wrong !== undefined && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
      </fieldset>
      <div className="form-design-pair">
        {unions('under')}
        {unions('unions')}
      </div>
    </section>
  );
}

/** `days`: as they would fall for one period, once it was tried. */
export function MomentsEditor({ definition: { moments }, error, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const set = (change: Partial<typeof moments>) => onChange({ moments: { ...moments, ...change } });
  const { opensAfter, dueAfter, locksAfter } = moments;
  const wrong = (part: keyof typeof moments) => wrongIn(error, `definition.moments.${part}`);
  const number = (part: keyof typeof moments, value: number) => (
    <Field label={t(`formDesign.moment.${part}`)} help={t('formDesign.workingDays')} wrong={wrong(part)}>
      {(given) => (
        <InputNumber
          {...given}
          min={0}
          max={250}
          precision={0}
          value={value}
          onChange={(days) => set({ [part]: days ?? 0 })}
        />
      )}
    </Field>
  );
  return (
    <section className="part" aria-label={t('formDesign.moments')}>
      <h2>{t('formDesign.moments')}</h2>
      <p>
        <label htmlFor={`${id}-opens`}>
          <input
            id={`${id}-opens`}
            type="checkbox"
            checked={opensAfter === null}
            onChange={({ target }) => set({ opensAfter: target.checked ? null : 0 })}
          />{' '}
          {t('formDesign.opensFirst')}
        </label>{' '}
        <label htmlFor={`${id}-locks`}>
          <input
            id={`${id}-locks`}
            type="checkbox"
            checked={locksAfter === null}
            onChange={({ target }) => set({ locksAfter: target.checked ? null : Math.max(10, dueAfter) })}
          />{' '}
          {t('formDesign.neverLocks')}
        </label>
      </p>
      <div className="form-design-pair">
        {opensAfter !== null && number('opensAfter', opensAfter)}
        {number('dueAfter', dueAfter)}
        {locksAfter !== null && number('locksAfter', locksAfter)}
      </div>
    </section>
  );
}
