/** Boards of indicators (指标看板): values per union and period, carried by the queue. */
import { Controller, Get, Query } from '@nestjs/common';
import { May, Me } from '../../access/declarations';
import { PathId } from '../../http/id-param';
import type { Actor } from '../../kernel/actor';
import { IndicatorBoardAsked, IndicatorRanksAsked, IndicatorSeriesAsked } from './indicator-board.dto';
import { IndicatorBoardQuery } from './indicator-board.query';
import { IndicatorBoard, IndicatorRanks, IndicatorSeries } from './indicator-board.view';
import { IndicatorSeriesQuery } from './indicator-series.query';

@Controller('platform')
export class IndicatorBoardController {
  constructor(
    private readonly board: IndicatorBoardQuery,
    private readonly lines: IndicatorSeriesQuery,
  ) {}

  /** All indicators of a union in a period, beside the year before. */
  @Get('boards/indicators')
  @May('work.read')
  show(@Me() me: Actor, @Query() query: IndicatorBoardAsked): Promise<IndicatorBoard> {
    return this.board.show(me, query);
  }

  /** How one went (趋势), period by period, beside the year before. */
  @Get('indicators/:id/series')
  @May('work.read')
  series(@Me() me: Actor, @PathId() id: string, @Query() query: IndicatorSeriesAsked): Promise<IndicatorSeries> {
    return this.lines.show(me, id, query);
  }

  /** Unions directly below, the best first (排名). */
  @Get('indicators/:id/ranks')
  @May('work.read')
  ranks(@Me() me: Actor, @PathId() id: string, @Query() query: IndicatorRanksAsked): Promise<IndicatorRanks> {
    return this.board.ranks(me, id, query);
  }
}
