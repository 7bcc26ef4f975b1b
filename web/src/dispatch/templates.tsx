/** 消息模板: the words of what goes out, in both languages, with a preview while one types. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useMay, useTier } from '../api/me';
import { Filter } from '../administration/filter';
import { Loading, Missing, Wrong } from '../parts/states';
import './dispatch.css';
import { TemplateEditor } from './template-editor';
import { templatesKey } from './template-data';
import { Ways } from './ways';

export function MessageTemplates() {
  const [may, tier] = [useMay(), useTier()];
  return may('dispatch.manage') && tier === 'district' ? <Own /> : <Missing />;
}

function Own() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/message-templates' });
  const templates = useQuery({
    queryKey: templatesKey,
    queryFn: () => got(api.GET('/api/v1/district/message-templates')),
  });
  if (templates.isPending) return <Loading />;
  if (templates.data === undefined) return <Wrong error={templates.error} />;
  const { items } = templates.data;
  const shown = items.find(({ key }) => key === search.key) ?? items[0];
  const options = items.map(({ key, title, builtIn }) => ({
    value: key,
    label: `${i18n.language === 'zh' ? title.zh : title.en}${builtIn ? '' : ` · ${t('dispatch.template.own')}`}`,
  }));
  return (
    <>
      <h1>{t('dispatch.templates')}</h1>
      <Ways />
      <p className="hint">{t('dispatch.template.hint')}</p>
      <div className="filters">
        <Filter label={t('dispatch.template.which')}>
          <Select
            className="union-select"
            value={shown?.key}
            options={options}
            onChange={(key) => void navigate({ to: '/message-templates', search: { key }, replace: true })}
          />
        </Filter>
      </div>
      {shown !== undefined && <TemplateEditor key={`${shown.key} ${shown.version}`} template={shown} />}
    </>
  );
}
