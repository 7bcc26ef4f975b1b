/** What must hold between cells (审核关系): each rule a sentence with choices in it. */
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { wrongIn } from '../parts/field';
import { newRule, type Rule, ruleKinds } from './definition';
import type { Cell } from './form-data';

interface Props {
  readonly rules: readonly Rule[];
  readonly cells: readonly Cell[];
  readonly error: unknown;
  readonly onRules: (rules: Rule[], moved?: boolean) => void;
}

export function RulesEditor({ rules, cells, error, onRules }: Props) {
  const { t } = useTranslation();
  return (
    <section className="part" aria-label={t('formDesign.rules')}>
      <h2>{t('formDesign.rules')}</h2>
      <p className="hint">{t('formDesign.rulesHint')}</p>
      <ol className="form-design-rules">
        {rules.map((rule, index) => (
          <li key={rule.key}>
            <Line
              {...{ rule, index, cells, error }}
              onRule={(next) => onRules(rules.map((each, no) => (no === index ? next : each)))}
            />
            <Button
              size="small"
              danger
              aria-label={t('formDesign.removeRule', { no: index + 1 })}
              onClick={() =>
                onRules(
                  rules.filter((_, no) => no !== index),
                  true,
                )
              }
            >
              {t('formDesign.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <div className="deeds">
        {ruleKinds.map((kind) => (
          <Button key={kind} onClick={() => onRules([...rules, newRule(rules, kind)])}>
            {t(`formDesign.addRule.${kind}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

interface LineProps {
  readonly rule: Rule;
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly error: unknown;
  readonly onRule: (rule: Rule) => void;
}

function Line({ rule, index, cells, error, onRule }: LineProps) {
  const { t } = useTranslation();
  const { kind, severity, parts = [], percent = '' } = rule;
  const no = index + 1;
  const wrong = [
    ...['part', 'parts', 'whole', 'cell', 'percent', 'severity', ''],
    ...parts.map((_, at) => `parts[${at}]`),
  ].flatMap((part) => wrongIn(error, `definition.rules[${index}]${part === '' ? '' : `.${part}`}`) ?? []);
  const choose = (part: 'part' | 'whole' | 'cell') => (
    <select
      className="choice"
      aria-label={`${t(`formDesign.ruleOf.${part}`)} ${no}`}
      value={rule[part] ?? ''}
      onChange={({ target }) => onRule({ ...rule, [part]: target.value })}
    >
      <option value="">{t('formDesign.choose')}</option>
      {cells.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <fieldset className="form-design-rule" aria-invalid={wrong.length > 0}>
      <legend>{t(`formDesign.rule.${kind}`, { no })}</legend>
      {kind === 'part' && (
        <span>
          {choose('part')} {t('formDesign.notMore')} {choose('whole')}
        </span>
      )}
      {kind === 'sum' && (
        <>
          <span className="form-design-parts">
            {cells.map(({ key, name }) => (
              <label key={key}>
                <input
                  type="checkbox"
                  checked={parts.includes(key)}
                  onChange={({ target }) =>
                    onRule({ ...rule, parts: target.checked ? [...parts, key] : parts.filter((each) => each !== key) })
                  }
                />{' '}
                {name}
              </label>
            ))}
          </span>
          <span>
            {t('formDesign.make')} {choose('whole')}
          </span>
        </>
      )}
      {kind === 'change' && (
        <span>
          {choose('cell')} {t('formDesign.movedBy')}{' '}
          <Input
            className="form-design-percent"
            aria-label={`${t('formDesign.ruleOf.percent')} ${no}`}
            inputMode="decimal"
            maxLength={8}
            value={percent}
            onChange={({ target }) => onRule({ ...rule, percent: target.value.trim() })}
          />
          {t('formDesign.asksWord')}
        </span>
      )}
      {kind !== 'change' && (
        <label>
          {t('formDesign.severity')}{' '}
          <select
            className="choice"
            value={severity}
            onChange={({ target }) => onRule({ ...rule, severity: target.value === 'soft' ? 'soft' : 'hard' })}
          >
            <option value="hard">{t('formDesign.severityIs.hard')}</option>
            <option value="soft">{t('formDesign.severityIs.soft')}</option>
          </select>
        </label>
      )}
      {wrong.map((words) => (
        <p key={words} className="wrong" role="alert">
          {words}
        </p>
      ))}
    </fieldset>
  );
}
