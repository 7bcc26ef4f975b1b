/** What of the log is looked at: by event, by what came of it, by numbers. */
import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Filter } from '../administration/filter';
import { TEST } from './event-words';
import type { WebhookSearch } from './routes';
import { eventsQuery, states, useEventWords } from './webhook-data';

interface Props {
  readonly search: WebhookSearch;
  readonly onSeek: (part: WebhookSearch) => void;
}

export function LogFilters({ search, onSeek }: Props) {
  const { t } = useTranslation();
  const said = useEventWords();
  const events = useQuery(eventsQuery);
  const types = [...(events.data?.items ?? []).map(({ type }) => type), TEST];
  const numbers = [
    ['fromNumber', t('webhook.fromNumber')],
    ['toNumber', t('webhook.toNumber')],
  ] as const;
  return (
    <div className="filters">
      <Filter label={t('webhook.event')}>
        <Select
          className="webhook-type"
          showSearch={{ optionFilterProp: 'label' }}
          value={search.type ?? ''}
          options={[{ value: '', label: t('task.all') }, ...types.map((value) => ({ value, label: said(value) }))]}
          onChange={(type) => onSeek({ type: type || undefined })}
        />
      </Filter>
      <Filter label={t('webhook.state')}>
        <Select
          value={search.state ?? ''}
          options={[
            { value: '', label: t('task.all') },
            ...states.map((value) => ({ value, label: t(`webhook.states.${value}`) })),
          ]}
          onChange={(state) => onSeek({ state: state || undefined })}
        />
      </Filter>
      {numbers.map(([name, label]) => (
        <Filter key={name} label={label}>
          <InputNumber
            min={1}
            max={9_999_999_999}
            precision={0}
            value={search[name] ?? null}
            changeOnWheel={false}
            onChange={(number) => onSeek({ [name]: number ?? undefined })}
          />
        </Filter>
      ))}
    </div>
  );
}
