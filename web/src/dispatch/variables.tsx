/** The variables a template may use, each in words. */
import { useTranslation } from 'react-i18next';
import type { Template } from './template-data';

export function Variables({ variables }: { variables: Template['variables'] }) {
  const { t, i18n } = useTranslation();
  if (variables.length === 0) return <p className="hint">{t('dispatch.template.noVariables')}</p>;
  return (
    <details open>
      <summary>{t('dispatch.template.variables')}</summary>
      <ul className="variables">
        {variables.map(({ name, words, within, list }) => (
          <li key={`${within} ${name}`}>
            <code>{list ? `{{#${name}}}…{{/${name}}}` : `{{${name}}}`}</code>{' '}
            {i18n.language === 'zh' ? words.zh : words.en}
            {within !== null && ` · ${t('dispatch.template.within', { list: within })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
