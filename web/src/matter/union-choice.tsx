/** One of our unions by its code, chosen by part of its name or code. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { unionsQuery } from '../api/unions';

interface Props {
  readonly code: string;
  readonly label: string;
  readonly onCode: (code: string) => void;
}

export function UnionChoice({ code, label, onCode }: Props) {
  const { t } = useTranslation();
  const { data = [], isPending } = useQuery(unionsQuery);
  return (
    <Select
      className="union-select"
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      aria-label={label}
      placeholder={t('matter.noUnion')}
      value={code === '' ? undefined : code}
      options={data.map((union) => ({ value: union.code, label: `${union.name}（${union.code}）` }))}
      onChange={onCode}
    />
  );
}
