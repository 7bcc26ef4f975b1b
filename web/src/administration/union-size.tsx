/** What a union is formed by and how many workers it stands for: two fields of its forms. */
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Union } from './union-data';

export const unionKinds = ['area', 'industry', 'enterprise'] as const satisfies readonly Union['kind'][];

/** As the fields hold it: a number as it is typed, nothing where it is not known. */
export interface Size {
  kind: Union['kind'];
  workers?: string;
}

export const sizeOf = ({ kind, workers }: Union): Size => ({ kind, workers: workers === null ? '' : String(workers) });

export const sizeGiven = ({ kind, workers = '' }: Size) => ({ kind, workers: workers === '' ? null : Number(workers) });

export function UnionSize() {
  const { t } = useTranslation();
  const whole = [{ pattern: /^\d{1,8}$/, message: t('administration.union.workersWhole') }];
  return (
    <div className="row">
      <Form.Item name="kind" label={t('administration.union.kind')}>
        <Select options={unionKinds.map((value) => ({ value, label: t(`administration.unionKind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="workers"
        label={t('administration.union.workers')}
        rules={whole}
        extra={t('administration.union.workersHelp')}
      >
        <Input inputMode="numeric" maxLength={8} />
      </Form.Item>
    </div>
  );
}
