/** Turning pages, only where there is more than one. */
import { Pagination } from 'antd';

interface Props {
  page: number;
  size: number;
  total: number;
  words: string;
  onPage: (page: number) => void;
}

export function Pages({ page, size, total, words, onPage }: Props) {
  return (
    <div className="pages">
      <span className="hint">{words}</span>
      {total > size && (
        <Pagination current={page} pageSize={size} total={total} showSizeChanger={false} onChange={onPage} />
      )}
    </div>
  );
}
