/** Indicators that could no longer be worked out by the form as it would be: named, and to be confirmed before it is published. */
import { Link } from '@tanstack/react-router';
import { Alert, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Field } from './data';

interface Props {
  readonly breaks: readonly Schemas['LedgerBreak'][];
  /** Codes of those that are known to break. */
  readonly known: readonly string[];
  /** Of the form as it stands. */
  readonly fields: readonly Field[];
  readonly onKnown: (codes: readonly string[]) => void;
}

export function TypeBreaks({ breaks, known, fields, onKnown }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = (key: string): string => fields.find((field) => field.key === key)?.name ?? key;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={
        <>
          {t('ledger.breaks', { count: breaks.length })}
          <ul>
            {breaks.map(({ code, name, fields: of, zh, en }) => (
              <li key={code}>
                <Link to="/indicators">
                  {name}（{code}）
                </Link>
                {of.length > 0 && ` ${t('ledger.breaksBy', { fields: of.map(nameOf).join('、') })}`}{' '}
                {i18n.language === 'en' ? en : zh}
              </li>
            ))}
          </ul>
          <Checkbox
            checked={breaks.every(({ code }) => known.includes(code))}
            onChange={({ target }) => onKnown(target.checked ? breaks.map(({ code }) => code) : [])}
          >
            {t('ledger.breaksKnown')}
          </Checkbox>
        </>
      }
    />
  );
}
