/** The wing that only shows: boards, standings, feed, live. */
import { Module } from '@nestjs/common';
import { EnterpriseBoardController } from './enterprise-board/enterprise-board.controller';
import { EnterpriseBoardQuery } from './enterprise-board/enterprise-board.query';
import { IndicatorBoardController } from './indicator-board/indicator-board.controller';
import { IndicatorBoardQuery } from './indicator-board/indicator-board.query';
import { IndicatorSeriesQuery } from './indicator-board/indicator-series.query';
import { FeedQuery } from './activity-feed/feed.query';
import { KeptModule } from '../kept/kept.module';
import { LiveController } from './live/live.controller';
import { LiveHub } from './live/live.hub';
import { LiveListeners } from './live/live.listeners';
import { MatrixQuery } from './matrix/matrix.query';
import { MirrorQuery } from './mirror/mirror.query';
import { PlatformController } from './platform.controller';
import { ScoreboardController } from './scoreboard/scoreboard.controller';
import { ScoreCardsQuery } from './scoreboard/score-cards.query';
import { ScoresQuery } from './scoreboard/scores.query';
import { StandingsQuery } from './scoreboard/standings.query';
import { TaskBoardQuery } from './task-board/task-board.query';

@Module({
  imports: [KeptModule],
  controllers: [
    PlatformController,
    ScoreboardController,
    EnterpriseBoardController,
    IndicatorBoardController,
    LiveController,
  ],
  providers: [
    TaskBoardQuery,
    MatrixQuery,
    MirrorQuery,
    StandingsQuery,
    ScoreCardsQuery,
    ScoresQuery,
    FeedQuery,
    EnterpriseBoardQuery,
    IndicatorBoardQuery,
    IndicatorSeriesQuery,
    LiveHub,
    LiveListeners,
  ],
})
export class PlatformModule {}
