/** 基层负担: how much units were asked for; one's own to a community, those below to whoever stands above. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { isUpper } from '../api/doors';
import { useMe, useTier } from '../api/me';
import './burden.css';
import { thisMonth } from './burden-data';
import { BurdenOfUnion } from './of-union';
import { Units } from './units';

export function Burden() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/burden' });
  const navigate = useNavigate();
  const me = useMe();
  const tier = useTier();
  const go = (part: typeof search) => void navigate({ to: '/burden', search: { ...search, page: undefined, ...part } });
  const unionId = search.unionId ?? (isUpper(tier) ? undefined : me.union.id);
  return (
    <article className="burden">
      <h1>{t('burden.title')}</h1>
      <p className="hint">{t('burden.hint')}</p>
      <div className="filters no-print">
        <label>
          <span>{t('burden.month')}</span>
          <Input
            type="month"
            value={search.month ?? thisMonth()}
            onChange={({ target: { value } }) => {
              if (value !== '') go({ month: value });
            }}
          />
        </label>
        {tier === 'district' && unionId === undefined && (
          <Radio.Group
            aria-label={t('burden.tier')}
            optionType="button"
            value={search.tier ?? 'community'}
            options={(['subdistrict', 'community'] as const).map((value) => ({
              value,
              label: t(`board.row.${value}`),
            }))}
            onChange={({ target }) => go({ tier: target.value as 'community' })}
          />
        )}
      </div>
      {unionId === undefined && isUpper(tier) ? (
        <Units door={tier} search={search} onPage={(page) => go({ page })} />
      ) : (
        <BurdenOfUnion key={`${unionId} ${search.month}`} id={unionId ?? me.union.id} month={search.month} />
      )}
    </article>
  );
}
