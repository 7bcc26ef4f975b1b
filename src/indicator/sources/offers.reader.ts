/** What expressions of a district can be made of in a period (可用数据与函数). */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { Deeds } from '../../outbox/deeds';
import { worldFor } from '../definition/known';
import { groundAsked } from '../value/ground';
import { type Offer, offersIn } from './offers';
import type { IndicatorOffer, IndicatorOfferList } from './offers.view';

@Injectable()
export class OffersReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  list(actor: Actor, { period, programme }: { period?: string; programme: string }): Promise<IndicatorOfferList> {
    return this.deeds.transaction(async (tx) => {
      const { ground, period: asked } = await groundAsked(tx, actor, period === undefined ? {} : { period });
      const world = worldFor(ground.known, asked);
      const items = offersIn(world, programme).map(({ source, code, words, calls, conditions, fields }) => ({
        ...{ source, code, ...words },
        ...{ calls: calls.map(viewOf), conditions: conditions.map(viewOf), fields: fields.map(viewOf) },
      }));
      return { items };
    });
  }
}

const viewOf = ({ text, unit, words }: Offer): IndicatorOffer => ({ text, unit, ...words });
