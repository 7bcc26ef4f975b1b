/** 可用数据与函数: what an expression can be made of, found by words and put where one writes. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Loading, Wrong } from '../parts/states';
import { offersQuery } from './indicator-data';

type Group = Schemas['IndicatorOfferGroup'];
type Offer = Schemas['IndicatorOffer'];

interface Props {
  readonly period: string;
  readonly programme: string;
  readonly onCall: (text: string) => void;
  readonly onCondition: (text: string) => void;
}

const has = (words: string, ...texts: readonly (string | null)[]): boolean => {
  const said = texts.join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
};

export function Offers({ period, programme, onCall, onCondition }: Props) {
  const { t, i18n } = useTranslation();
  const [words, setWords] = useState('');
  const offers = useQuery(offersQuery(period, programme));
  if (offers.isPending) return <Loading />;
  if (offers.data === undefined) return <Wrong error={offers.error} />;
  const own = ({ zh, en }: { zh: string; en: string }): string => (i18n.language === 'zh' ? zh : en);
  const sought = words.trim();
  const groups = offers.data.items.flatMap((group) => {
    if (has(sought, own(group), group.code)) return [group];
    const fits = (offer: Offer) => has(sought, own(group), own(offer), offer.text);
    const [calls, conditions] = [group.calls.filter(fits), group.conditions.filter(fits)];
    return calls.length + conditions.length === 0 ? [] : [{ ...group, calls, conditions }];
  });
  return (
    <section className="offers paper" aria-label={t('indicator.offers')}>
      <h2>{t('indicator.offers')}</h2>
      <p className="hint">{t('indicator.offersHelp')}</p>
      <Input
        type="search"
        aria-label={t('indicator.seekOffers')}
        placeholder={t('indicator.seekOffers')}
        maxLength={60}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {groups.length === 0 && <p className="hint">{t('indicator.noOffers')}</p>}
      {groups.map((group) => (
        <details key={`${group.source} ${group.code}`} open={sought !== ''}>
          <summary>
            {own(group)} {group.code !== null && <small>{group.code}</small>}
          </summary>
          <Puts offers={group.calls} own={own} onPut={onCall} />
          {group.conditions.length > 0 && (
            <>
              <p className="hint">{t('indicator.conditions')}</p>
              <Puts offers={group.conditions} own={own} onPut={onCondition} />
            </>
          )}
        </details>
      ))}
    </section>
  );
}

interface PutsProps {
  readonly offers: Group['calls'];
  readonly own: (offer: Offer) => string;
  readonly onPut: (text: string) => void;
}

function Puts({ offers, own, onPut }: PutsProps) {
  return (
    <ul>
      {offers.map((offer) => (
        <li key={offer.text}>
          <Button size="small" type="link" onClick={() => onPut(offer.text)}>
            {own(offer)}
            {offer.unit !== null && ` (${offer.unit})`}
          </Button>
          <code>{offer.text}</code>
        </li>
      ))}
    </ul>
  );
}
