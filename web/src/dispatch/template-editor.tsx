/** One template: its words in both languages, the variables it may use, how it reads, who changed it when. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { exact } from '../parts/amount';
import { useCalm } from '../parts/calm';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { type Template, type Words, previewQuery, templatesKey } from './template-data';
import { Variables } from './variables';

const languages = ['zh', 'en'] as const;

export function TemplateEditor({ template }: { template: Template }) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { key, version, builtIn, zh, en, variables, changes } = template;
  const [given, setGiven] = useState<Words>({ zh, en });
  const calm = useCalm(given);
  const preview = useQuery(previewQuery(key, calm));
  const params = { path: { key }, header: { 'If-Match': `"${version}"` } };
  const write = useMutation({
    mutationFn: async (own: boolean): Promise<unknown> =>
      own
        ? got(api.PUT('/api/v1/district/message-templates/{key}', { params, body: given }))
        : got(api.DELETE('/api/v1/district/message-templates/{key}', { params })),
    onSuccess: (_, own) => void message.success(t(own ? 'dispatch.template.saved' : 'dispatch.template.restored')),
    onSettled: () => client.invalidateQueries({ queryKey: templatesKey }),
  });
  const set = (language: 'zh' | 'en', part: Partial<Words['zh']>) =>
    setGiven((before) => ({ ...before, [language]: { ...before[language], ...part } }));
  return (
    <>
      <Variables variables={variables} />
      <div className="both">
        {languages.map((language) => (
          <section key={language} aria-label={t(`dispatch.languages.${language}`)}>
            <h2>{t(`dispatch.languages.${language}`)}</h2>
            <Field label={t('dispatch.subject')} wrong={wrongIn(preview.error, `${language}.subject`)}>
              {(field) => (
                <Input
                  {...field}
                  maxLength={200}
                  value={given[language].subject}
                  onChange={({ target }) => set(language, { subject: target.value })}
                />
              )}
            </Field>
            <Field label={t('dispatch.text')} wrong={wrongIn(preview.error, `${language}.text`)}>
              {(field) => (
                <Input.TextArea
                  {...field}
                  maxLength={4000}
                  autoSize={{ minRows: 8, maxRows: 20 }}
                  value={given[language].text}
                  onChange={({ target }) => set(language, { text: target.value })}
                />
              )}
            </Field>
            <h3>{t('dispatch.template.preview')}</h3>
            <div className="message-text" aria-live="polite">
              {preview.data !== undefined && (
                <>
                  <strong>{preview.data[language].subject}</strong>
                  {`\n\n${preview.data[language].text}`}
                </>
              )}
            </div>
          </section>
        ))}
      </div>
      {write.error && <Alert type="error" showIcon role="alert" title={words(write.error)} />}
      <p className="deeds">
        <Button
          type="primary"
          loading={write.isPending}
          disabled={preview.isError || calm !== given}
          onClick={() => write.mutate(true)}
        >
          {t('dispatch.template.save')}
        </Button>
        {!builtIn && (
          <Button disabled={write.isPending} onClick={() => write.mutate(false)}>
            {t('dispatch.template.restore')}
          </Button>
        )}
      </p>
      {changes.length > 0 && (
        <details>
          <summary>{t('dispatch.template.changes')}</summary>
          <ul>
            {changes.map((change) => (
              <li key={change.version}>
                {t(change.builtIn ? 'dispatch.template.wentBack' : 'dispatch.template.wrote', {
                  version: change.version,
                  name: change.officerName,
                  when: exact(change.setAt),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
