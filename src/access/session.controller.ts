/** Sign in, sign out, who am I, change of password, my sessions. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../kernel/actor';
import { PathId } from '../http/id-param';
import { SESSION_COOKIE } from '../http/openapi';
import { PageQuery } from '../http/page.dto';
import { PasswordDto, SignInDto } from './access.dto';
import { type ActingRequest, May, Me, Public } from './declarations';
import { deviceOf } from './device';
import { MeReader } from './me.reader';
import { OpenSessionService } from './open-session.service';
import { OpenSessionList } from './open-session.view';
import { SessionService } from './session.service';
import { MeView, SessionView } from './session.view';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly reader: MeReader,
    private readonly open: OpenSessionService,
  ) {}

  /** Sign in: a bearer token for programs, and the same session as a cookie for the console. */
  @Post('session')
  @Public()
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const device = deviceOf(request.headers['user-agent']);
    const caller = { network: request.ip, requestId: request.id, device };
    const { token, actor } = await this.sessions.signIn(body.account, body.password, caller);
    void reply.setCookie(SESSION_COOKIE, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: request.protocol === 'https',
      path: '/',
    });
    return { token, ...(await this.reader.read(actor)) };
  }

  /** Sign out: the session ends at once. */
  @Delete('session')
  @HttpCode(204)
  @May('self')
  async signOut(
    @Me() me: Actor,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(me, request.sessionToken ?? '');
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  /** Who am I, and for which union do I act. */
  @Get('me')
  @May('self')
  async me(@Me() me: Actor, @Req() { key }: ActingRequest): Promise<MeView> {
    return {
      ...(await this.reader.read(me)),
      ...(key === undefined ? {} : { key: { ...key, scopes: [...key.scopes] } }),
    };
  }

  /** Change my password; all my other sessions end. */
  @Put('me/password')
  @HttpCode(204)
  @May('self')
  changePassword(@Me() me: Actor, @Req() request: ActingRequest, @Body() body: PasswordDto): Promise<void> {
    return this.sessions.changePassword(me, request.sessionToken ?? '', body.currentPassword, body.password);
  }

  /** My sign-ins that are open (我的登录), the one used last first; ids open nothing. */
  @Get('me/sessions')
  @May('self')
  mySessions(@Me() me: Actor, @Req() request: ActingRequest, @Query() query: PageQuery): Promise<OpenSessionList> {
    return this.open.mine(me, request.sessionToken ?? '', query);
  }

  /** End one of my sessions, on a device I no longer use. */
  @Delete('me/sessions/:id')
  @HttpCode(204)
  @May('self')
  endMine(@Me() me: Actor, @PathId() id: string): Promise<void> {
    return this.open.endMine(me, id);
  }

  /** End all my sessions but this one. */
  @Delete('me/sessions')
  @HttpCode(204)
  @May('self')
  endOthers(@Me() me: Actor, @Req() request: ActingRequest): Promise<void> {
    return this.open.endOthers(me, request.sessionToken ?? '');
  }
}
