/** A union chosen by part of its name or code. */
import { Select } from 'antd';
import type { Union } from './union-data';

interface Props {
  readonly unions: readonly Union[];
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  /** The words for "all of them", where none need be chosen. */
  readonly all?: string;
}

export function UnionSelect({ unions, id, value, onChange, all }: Props) {
  const options = unions.map((union) => ({ value: union.id, label: `${union.name}（${union.code}）` }));
  return (
    <Select
      id={id}
      className="union-select"
      value={all === undefined ? value : (value ?? '')}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={all === undefined ? options : [{ value: '', label: all }, ...options]}
    />
  );
}
