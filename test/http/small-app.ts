/** A small application with one controller that answers what it was given, behind the house's own HTTP floor. */
import { Body, Controller, Get, HttpCode, Module, Param, Post, Put, Query, Req, Sse } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { setTimeout } from 'node:timers/promises';
import { of, type Observable } from 'rxjs';
import { Conflict, DomainError } from '../../src/kernel/errors';
import { Code, Day, Flag, Id, Maybe, Nullable, OneOf, Quantity, Text, WholeNumber } from '../../src/http/fields';
import { Deprecated } from '../../src/http/deprecated';
import { createHttpAdapter, prepareHttp } from '../../src/http/http-server';
import { IfMatch } from '../../src/http/if-match';
import { Ids, JsonObject, ListOf, SomeOf } from '../../src/http/list-fields';
import { PageQuery } from '../../src/http/page.dto';
import { Stream, Upload } from '../../src/http/route-kinds';

export class ShareDto {
  @Id()
  @ApiProperty({ example: '0190a6d0-0000-7000-8000-000000000001', description: '社区工会' })
  unionId!: string;

  @Quantity({ decimals: 2, min: 0 })
  @ApiProperty({ example: '120.5' })
  target!: string;
}

export class TaskDto {
  @Text({ max: 40 })
  @ApiProperty({ example: '发展会员' })
  title!: string;

  @Maybe()
  @Text({ max: 200, multiline: true })
  note?: string;

  @Maybe()
  @Nullable()
  @Day()
  dueOn?: string | null;

  @Maybe()
  @Code()
  code?: string;

  @Maybe()
  @WholeNumber({ min: 1, max: 9 })
  weight?: number;

  @Maybe()
  @Flag()
  urgent?: boolean;

  @Maybe()
  @OneOf(['month', 'quarter'])
  period?: string;

  @Maybe()
  @Quantity({ decimals: 4, min: '-5', max: '999999999999999' })
  target?: string;

  @Maybe()
  @ListOf(() => ShareDto, { max: 3 })
  shares?: ShareDto[];

  @Maybe()
  @Ids({ max: 3 })
  unionIds?: string[];

  @Maybe()
  @JsonObject()
  extra?: Record<string, unknown>;
}

export class FilterQuery extends PageQuery {
  @Maybe()
  @Flag()
  open?: boolean;

  @Maybe()
  @SomeOf(['red', 'yellow', 'green'])
  light?: string[];

  @Maybe()
  @Text({ max: 20 })
  q?: string;
}

export const faults = {
  fault: () => new Error('SELECT secret FROM officer'),
  conflict: () => new Conflict('locked', { zh: '已锁定。', en: 'It is locked.' }),
  tooMany: () => new DomainError('too-many', 'tooMany', { zh: '稍后再试。', en: 'Later.' }, [], 30),
  taken: () =>
    Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (district_id, report_code)=(1, 秘密) already exists.',
    }),
  away: () => new Error('Connection terminated unexpectedly'),
  text: () => 'a string',
} as const;

@ApiTags('任务 Tasks')
@Controller('district/tasks')
class EchoController {
  @Post()
  @ApiExtension('x-who', ['区总工会经办人'])
  @ApiOkResponse({ type: TaskDto })
  @HttpCode(200)
  create(@Body() body: TaskDto): TaskDto {
    return body;
  }

  @Get()
  @ApiExtension('x-who', ['区总工会经办人', '街道总工会经办人'])
  list(@Query() query: FilterQuery): FilterQuery {
    return query;
  }

  @Get('echo/:name')
  @Deprecated({ since: '2026-12-01', gone: '2027-06-01', instead: '/api/v1/district/tasks' })
  one(@Param('name') name: string): { name: string } {
    return { name };
  }

  @Post('sign')
  @HttpCode(204)
  sign(): void {}

  @Put(':id')
  put(@IfMatch() version: number): { version: number } {
    return { version };
  }

  @Get('fault/:kind')
  fault(@Param('kind') kind: keyof typeof faults): never {
    throw faults[kind]();
  }

  @Get('slow')
  async slow(): Promise<{ late: boolean }> {
    await setTimeout(300);
    return { late: true };
  }

  @Upload()
  @Post('evidence')
  async evidence(@Req() request: FastifyRequest): Promise<{ name?: string; bytes: number }> {
    const file = await request.file();
    const bytes = (await file?.toBuffer())?.length ?? 0;
    return { ...(file === undefined ? {} : { name: file.filename }), bytes };
  }

  @Stream()
  @Sse('live')
  live(): Observable<{ data: string }> {
    return of({ data: '一' }, { data: '二' });
  }
}

@Controller('health')
class HealthController {
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }
}

@Module({ controllers: [EchoController, HealthController] })
class SmallModule {}

export async function smallApp(prepare?: (app: NestFastifyApplication) => void): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [SmallModule] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(createHttpAdapter({ trustProxy: false }), {
    bodyParser: false,
    logger: false,
  });
  await prepareHttp(app, { evidence: { maxBytes: 100_000, maxFiles: 3, minFreeBytes: 0 } });
  prepare?.(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
