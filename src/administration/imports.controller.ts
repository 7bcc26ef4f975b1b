/** Imports by programs (程序批量导入): the jobs of the intakes under one address, with what became of every row. */
import {
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ActingRequest, AlsoScope, May, Me } from '../access/declarations';
import { CONFIG, type Config } from '../config';
import { enterpriseTaker } from '../enterprise/enterprise-taker';
import { PathId } from '../http/id-param';
import { languageOf } from '../http/language';
import { FileUpload, Stream } from '../http/route-kinds';
import { cameBy, valueTaker } from '../indicator/external/value-taker';
import { incomingImport } from '../intake/import.http';
import { ImportReader } from '../intake/import.reader';
import { mayStop } from '../intake/intake.http';
import { scopesByImport } from '../intake/kind-scope';
import { ImportQuery, ImportRowsQuery, IntakesQuery } from '../intake/intake.dto';
import { IntakeReader } from '../intake/intake.reader';
import { IntakeService } from '../intake/intake.service';
import { ImportRowList, IntakeList, IntakeView } from '../intake/intake.view';
import type { Actor } from '../kernel/actor';
import { Refused } from '../kernel/errors';
import { LedgerIntakeService } from '../ledger/intake/ledger-intake.service';

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly intakes: IntakeService,
    private readonly reader: IntakeReader,
    private readonly rows: ImportReader,
    private readonly ledgers: LedgerIntakeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Hand in a file: NDJSON, CSV (UTF-8 or GB18030) or XLSX, in a form (field `file`) or as the body itself. It is taken in by
   * and by; how far it is stands at the Location. A key needs the scope
   * of what it writes as well, also to try: ledgers:write, enterprises:write or indicators:write.
   */
  @Post()
  @HttpCode(202)
  @FileUpload()
  @ApiAcceptedResponse({ type: IntakeView })
  @May('ledger.write')
  @AlsoScope(scopesByImport)
  async ask(@Me() me: Actor, @Req() request: ActingRequest, @Query() query: ImportQuery): Promise<IntakeView> {
    const { kind, ledger, dryRun = false, only, submit = false, countedOn, fileName } = query;
    if (kind === 'ledger-entries' && ledger === undefined) throw noLedger();
    const { maxBytes } = this.config.evidence;
    const { incoming, charset } = await incomingImport(request, { fileName, maxBytes });
    if (ledger !== undefined && kind === 'ledger-entries')
      return this.ledgers.askNamed(me, ledger, incoming, { dryRun, only, submit, charset });
    const read: Record<string, string> = charset === undefined ? {} : { charset };
    if (kind === 'indicator-values')
      return this.intakes.ask(me, valueTaker, incoming, { dryRun, only, settings: { ...cameBy(me), ...read } });
    const settings = { ...(countedOn === undefined ? {} : { countedOn }), ...read };
    return this.intakes.ask(me, enterpriseTaker, incoming, { dryRun, only, settings });
  }

  /** The imports of your union, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: IntakesQuery): Promise<IntakeList> {
    return this.reader.list(me, query);
  }

  /** How far an import is, or how it ended. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<IntakeView> {
    return this.reader.get(me, id);
  }

  /** What became of each row that was tried or taken in so far, in the order of the file. */
  @Get(':id/results')
  @May('work.read')
  results(
    @Me() me: Actor,
    @PathId() id: string,
    @Query() query: ImportRowsQuery,
    @Headers('accept-language') language?: string,
  ): Promise<ImportRowList> {
    return this.rows.rows(me, id, query, languageOf(language));
  }

  /** The same of all rows, as lines of JSON (NDJSON). */
  @Get(':id/results/lines')
  @Stream()
  @ApiOkResponse({
    description: 'One row a line, as in the list.',
    content: { 'application/x-ndjson': { schema: { type: 'string', format: 'binary' } } },
  })
  @May('work.read')
  async lines(
    @Me() me: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    const disposition = `attachment; filename="results-${id}.ndjson"`;
    const bytes = await this.rows.lines(me, id, languageOf(language));
    return new StreamableFile(bytes, { type: 'application/x-ndjson; charset=utf-8', disposition });
  }

  /** Stop an import after the rows it has in hand; what is taken in stays. A key needs the scope of what is written. */
  @Delete(':id')
  @HttpCode(204)
  @May('ledger.write')
  async stop(
    @Me() me: Actor,
    @PathId() id: string,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await mayStop(this.reader, me, id, { request, reply });
    return this.intakes.stop(me, id);
  }
}

const noLedger = (): Refused =>
  new Refused('import.ledger', { zh: '请指明台账（ledger）。', en: 'Say which ledger.' }, 'ledger');
