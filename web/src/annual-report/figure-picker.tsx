/** 插入数据: a figure is sought by name or code and put in where one writes. */
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCalm } from '../parts/calm';
import { Field } from '../parts/field';
import { Pages } from '../parts/pages';
import { Wrong } from '../parts/states';
import { FIGURES, type Form, figuresQuery, forms, surroundings } from './words-data';

interface Props {
  readonly year: number;
  /** Puts words in at the caret; false where there is none yet. */
  readonly onPut: (words: string) => boolean;
}

export function FigurePicker({ year, onPut }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const [form, setForm] = useState<Form>('text');
  const list = useQuery(figuresQuery(useCalm(q).trim(), year, page));
  const put = (words: string) => {
    if (!onPut(words)) void message.info(t('annual.whereTo'));
  };
  return (
    <details className="figure-picker" open>
      <summary>{t('annual.putFigure')}</summary>
      <p className="hint">{t('annual.putHelp')}</p>
      <div className="fields">
        <Field label={t('annual.seekFigure')}>
          {(given) => (
            <Input
              {...given}
              allowClear
              maxLength={100}
              value={q}
              onChange={({ target }) => {
                setQ(target.value);
                setPage(1);
              }}
              onPressEnter={(event) => event.preventDefault()}
            />
          )}
        </Field>
        <Field label={t('annual.form')}>
          {(given) => (
            <select
              {...given}
              className="choice"
              value={form}
              onChange={({ target }) => setForm(forms.find((each) => each === target.value) ?? 'text')}
            >
              {forms.map((each) => (
                <option key={each} value={each}>
                  {t(`annual.forms.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="deeds">
        {surroundings.map((name) => (
          <Button key={name} size="small" onClick={() => put(`{{${name}}}`)}>
            {t(`annual.surrounding.${name}`)}
          </Button>
        ))}
      </div>
      {list.isError && <Wrong error={list.error} />}
      {list.data !== undefined && (
        <>
          <ul className="figures" aria-label={t('annual.figures')}>
            {list.data.items.map(({ code, name, text, exactly }) => (
              <li key={code}>
                <button
                  type="button"
                  className="plain"
                  onClick={() => put(form === 'text' ? `{{${code}}}` : `{{${code}:${form}}}`)}
                >
                  {name}
                </button>{' '}
                <code>{code}</code> {text}
                {exactly && <small className="changed"> {t('annual.exactly')}</small>}
              </li>
            ))}
          </ul>
          <Pages
            page={page}
            size={FIGURES}
            total={list.data.total}
            words={t('annual.figuresFound', { count: list.data.total })}
            onPage={setPage}
          />
        </>
      )}
    </details>
  );
}
