/** The scoreboard (积分榜): which assessments may be looked at, and their standings. */
import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { May, Me } from '../../access/declarations';
import type { Actor } from '../../kernel/actor';
import { ScoreCardsQuery as Cards } from './score-cards.query';
import { ScoreCardsQuery, ScoresQuery } from './scores.dto';
import { ScoresQuery as Scores } from './scores.query';
import { ScoreCardList, ScoresView } from './scores.view';
import { KeptBoards } from '../../kept/kept.interceptor';

@UseInterceptors(KeptBoards)
@Controller('platform/boards')
export class ScoreboardController {
  constructor(
    private readonly cards: Cards,
    private readonly scores: Scores,
  ) {}

  /** The assessments whose standings you may look at, the latest first. */
  @Get('assessments')
  @May('work.read')
  assessments(@Me() me: Actor, @Query() query: ScoreCardsQuery): Promise<ScoreCardList> {
    return this.cards.list(me, query);
  }

  /** The scoreboard (积分榜) of one assessment: by class or criterion, provisional or final, last year beside it. */
  @Get('scores')
  @May('work.read')
  standings(@Me() me: Actor, @Query() query: ScoresQuery): Promise<ScoresView> {
    return this.scores.show(me, query);
  }
}
