/** Programs (应用) and their keys (接口密钥), for the security administrator. */
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { ApiKeyService } from '../access/key/api-key.service';
import {
  ApiKeyChangeDto,
  ApplicationChangeDto,
  ApplicationQuery,
  NewApiKeyDto,
  NewApplicationDto,
  RotationDto,
} from '../access/key/application.dto';
import { ApplicationService } from '../access/key/application.service';
import {
  ApiKeyView,
  ApplicationList,
  ApplicationView,
  KeyScopeList,
  NewApiKeyView,
} from '../access/key/application.view';
import { rolesOf, scopes } from '../access/key/scope';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import type { Actor } from '../kernel/actor';

@Controller()
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationService,
    private readonly keys: ApiKeyService,
  ) {}

  /** What a key can be for: an area of the work and a verb each. */
  @Get('key-scopes')
  @May('key.manage')
  scopes(): KeyScopeList {
    return { items: scopes.map((scope) => ({ scope, roles: rolesOf(scope) })) };
  }

  /** The programs that act for your union and those below, with their keys. */
  @Get('applications')
  @May('key.manage')
  list(@Me() me: Actor, @Query() query: ApplicationQuery): Promise<ApplicationList> {
    return this.applications.list(me, query);
  }

  /** Register a program: it acts for one union, in one role, as an officer would. */
  @Post('applications')
  @May('key.manage')
  register(@Me() me: Actor, @Body() body: NewApplicationDto): Promise<ApplicationView> {
    return this.applications.register(me, body);
  }

  /** One program with its keys. */
  @Get('applications/:id')
  @May('key.manage')
  get(@Me() me: Actor, @PathId() id: string): Promise<ApplicationView> {
    return this.applications.get(me, id);
  }

  /** Change a program, stop it (its keys are revoked) or start it again. */
  @Patch('applications/:id')
  @May('key.manage')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: ApplicationChangeDto,
  ): Promise<ApplicationView> {
    return this.applications.change(me, id, version, body);
  }

  /** Make a key: it is shown in this answer and never again. Two live keys at most. */
  @Post('applications/:id/keys')
  @May('key.manage')
  make(@Me() me: Actor, @PathId() id: string, @Body() body: NewApiKeyDto): Promise<NewApiKeyView> {
    return this.keys.make(me, id, body);
  }

  /** Change name, networks and limits of a live key. */
  @Patch('applications/:id/keys/:keyId')
  @May('key.manage')
  changeKey(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('keyId') keyId: string,
    @IfMatch() version: number,
    @Body() body: ApiKeyChangeDto,
  ): Promise<ApiKeyView> {
    return this.keys.change(me, id, keyId, version, body);
  }

  /** Rotate: a new key like this one, which still goes on for some days. */
  @Post('applications/:id/keys/:keyId/rotation')
  @May('key.manage')
  rotate(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('keyId') keyId: string,
    @Body() body: RotationDto,
  ): Promise<NewApiKeyView> {
    return this.keys.rotate(me, id, keyId, body);
  }

  /** Revoke a key: it opens nothing from now on. */
  @Delete('applications/:id/keys/:keyId')
  @HttpCode(204)
  @May('key.manage')
  revoke(@Me() me: Actor, @PathId() id: string, @PathId('keyId') keyId: string): Promise<void> {
    return this.keys.revoke(me, id, keyId);
  }
}
