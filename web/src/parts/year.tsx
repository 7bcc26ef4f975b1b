/** A year, typed or stepped; what is no year yet stays in the field and asks for nothing. */
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export function Year({ value, onYear }: { value: number; onYear: (year: number) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  return (
    <label>
      <span>{t('task.year')}</span>
      <Input
        className="year"
        type="number"
        min={1949}
        max={2200}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          if (/^(19[5-9]\d|1949|20\d\d|21\d\d|2200)$/.test(target.value)) onYear(Number(target.value));
        }}
      />
    </label>
  );
}
