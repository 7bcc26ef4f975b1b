/** Rows of the platform's indicators (指标看板) as they are read. */
import { Decimal } from 'decimal.js';
import type { DataSource } from 'typeorm';
import { plain } from '../../kernel/decimal';
import { NotFound } from '../../kernel/errors';
import type { IndicatorCardView } from './indicator-board.view';

export const cardColumns = `c.indicator_id as "indicatorId", c.code, c.name, c.programme, c.unit, c.decimals, c.direction, c.qualifier`;

/** Errors: notFound. */
export async function cardOf(database: DataSource, districtId: string, id: string): Promise<IndicatorCardView> {
  const [card]: IndicatorCardView[] = await database.query(
    `select ${cardColumns} from platform.indicator_card c where c.district_id = $1 and c.indicator_id = $2`,
    [districtId, id],
  );
  if (card === undefined) throw new NotFound();
  return card;
}

export interface ValueRow {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
}

/** With as many decimals as the indicator has. */
export const shown = (value: string | null, decimals: number): string | null =>
  value === null ? null : new Decimal(value).toFixed(decimals);

export const said = ({ numerator, denominator, value, decimals }: ValueRow & { decimals: number }): ValueRow => ({
  numerator: numerator === null ? null : plain(numerator),
  denominator: denominator === null ? null : plain(denominator),
  value: shown(value, decimals),
});
