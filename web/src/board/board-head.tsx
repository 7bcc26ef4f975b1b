/** The head of the board: whose, which year, which rows, provisional or final, how fresh, print. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useMe } from '../api/me';
import { Time } from '../parts/time';
import { Year } from '../parts/year';
import type { BoardSearch } from '../router';
import { boardQuery } from '../tasks/task-data';
import { useLineUp } from './live';

interface Props {
  unions: readonly Schemas['UnionView'][];
  unionId: string;
  year: number;
  search: BoardSearch;
}

export function BoardHead({ unions, unionId, year, search }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const up = useLineUp();
  const here = unions.find(({ id }) => id === unionId);
  const above = unions.find(({ id }) => id === here?.parentId);
  const board = useQuery(boardQuery(year, unionId));
  const go = (part: BoardSearch) => void navigate({ to: '/board', search: { ...search, cell: undefined, ...part } });
  const tier = here?.tier ?? me.union.tier;
  return (
    <>
      <h1>
        {t('board.title')} <small>{here?.name ?? me.union.name}</small>
      </h1>
      <div className="filters">
        <Year value={year} onYear={(value) => go({ year: value })} />
        {tier === 'district' && (
          <Radio.Group
            className="no-print"
            aria-label={t('board.rows')}
            optionType="button"
            value={search.rows ?? 'subdistrict'}
            options={(['subdistrict', 'community'] as const).map((value) => ({
              value,
              label: t(`board.row.${value}`),
            }))}
            onChange={({ target }) => go({ rows: target.value as 'community' })}
          />
        )}
        {tier !== 'community' && (
          <Checkbox
            checked={search.pending === true}
            onChange={({ target }) => go({ pending: target.checked || undefined })}
          >
            {t('board.withPending')}
          </Checkbox>
        )}
        {unionId !== me.union.id && above && (
          <Link to="/board" search={{ year, unionId: above.id === me.union.id ? undefined : above.id }}>
            ← {above.name}
          </Link>
        )}
        <span className="grow" />
        <span className="hint no-print" role="status">
          <span className={up ? 'dot dot-on' : 'dot'} /> {up ? t('board.live') : t('board.liveLost')}
        </span>
        {board.data && (
          <span className="hint">
            {t('board.asOf', { when: '' })}
            <Time at={board.data.asOf} />
          </span>
        )}
        <Button className="no-print" onClick={() => window.print()}>
          {t('board.print')}
        </Button>
      </div>
    </>
  );
}
