/** The dynamic work platform (动态工作平台): boards, standings, feed. It shows and never decides. */
import { Controller, Get, Headers, Query, UseInterceptors } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { languageOf } from '../http/language';
import type { Actor } from '../kernel/actor';
import { FeedQuery as Feed } from './activity-feed/feed.query';
import { MatrixQuery as Matrix } from './matrix/matrix.query';
import { MatrixView } from './matrix/matrix.view';
import { MirrorQuery as Mirror } from './mirror/mirror.query';
import { MirrorView } from './mirror/mirror.view';
import { BoardQuery, FeedQuery, MatrixQuery, MirrorQuery, StandingsQuery } from './platform.dto';
import { BoardTaskView, FeedView, StandingsView, TaskBoardView } from './platform.view';
import { StandingsQuery as Standings } from './scoreboard/standings.query';
import { TaskBoardQuery } from './task-board/task-board.query';
import { KeptBoards } from '../kept/kept.interceptor';

@UseInterceptors(KeptBoards)
@Controller('platform')
export class PlatformController {
  constructor(
    private readonly boards: TaskBoardQuery,
    private readonly matrix: Matrix,
    private readonly mirror: Mirror,
    private readonly ranking: Standings,
    private readonly activity: Feed,
  ) {}

  /** The task board (任务看板) of a union and year: Σ done, Σ pending, Σ target, rate, light, and what lies below. */
  @Get('boards/tasks')
  @May('work.read')
  tasks(@Me() me: Actor, @Query() query: BoardQuery): Promise<TaskBoardView> {
    return this.boards.show(me, query);
  }

  /** Unions × tasks (尺子): what each union below has of every task of a union and year, with lights. */
  @Get('boards/matrix')
  @May('work.read')
  unionsByTasks(@Me() me: Actor, @Query() query: MatrixQuery): Promise<MatrixView> {
    return this.matrix.show(me, query);
  }

  /** The mirror (镜子) of a union and year: targets reached and missed, month by month, against an earlier year. */
  @Get('mirror')
  @May('work.read')
  achieved(@Me() me: Actor, @Query() query: MirrorQuery): Promise<MirrorView> {
    return this.mirror.show(me, query);
  }

  /** One task within reach as the board shows it, with what lies directly below it. */
  @Get('boards/tasks/:id')
  @May('work.read')
  task(@Me() me: Actor, @PathId() id: string): Promise<BoardTaskView> {
    return this.boards.one(me, id);
  }

  /** Standings (排名) of the unions of one class, with ties. */
  @Get('standings')
  @May('work.read')
  standings(@Me() me: Actor, @Query() query: StandingsQuery): Promise<StandingsView> {
    return this.ranking.show(me, query);
  }

  /** The activity feed (工作动态) of a union and all below it, newest first. */
  @Get('feed')
  @May('work.read')
  feed(@Me() me: Actor, @Query() query: FeedQuery, @Headers('accept-language') language?: string): Promise<FeedView> {
    return this.activity.show(me, query, languageOf(language));
  }
}
