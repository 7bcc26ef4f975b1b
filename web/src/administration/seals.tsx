/** 个人信息密钥: what each key still seals, and whether one that was replaced may go. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { Wide } from '../parts/wide';

const EVERY_MS = 5_000;

export function Seals() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['personal-data-keys'],
    queryFn: () => got(api.GET('/api/v1/personal-data-keys')),
    refetchInterval: ({ state }) => (state.data?.items.every(({ state: of }) => of === 'newest') ? false : EVERY_MS),
  });
  if (data === undefined) return null;
  return (
    <section>
      <h2>{t('administration.seals.title')}</h2>
      <p className="hint">{t('administration.seals.hint')}</p>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('administration.seals.key')}</th>
              <th scope="col">{t('administration.seals.state')}</th>
              <th scope="col" className="right">
                {t('administration.seals.records')}
              </th>
              <th scope="col" className="right">
                {t('administration.seals.secrets')}
              </th>
              <th scope="col">{t('administration.seals.end')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((key) => (
              <tr key={key.keyId}>
                <th scope="row">
                  <code>{key.keyId}</code>
                </th>
                <td>{t(`administration.seals.states.${key.state}`)}</td>
                <td className="right">{t('administration.seals.pieces', { count: key.records })}</td>
                <td className="right">{t('administration.seals.pieces', { count: key.secrets })}</td>
                <td>{endOf(key) === null ? '—' : t(`administration.seals.${endOf(key) ?? 'stays'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

function endOf({ state, mayGo }: Schemas['PersonalKeyView']): 'mayGo' | 'stays' | 'lost' | null {
  if (state === 'newest') return null;
  if (state === 'missing') return 'lost';
  return mayGo ? 'mayGo' : 'stays';
}
