/** Dividing a task by a spreadsheet (任务分解表): the blank goes out, and comes back in through the same deed as the JSON. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { DomainError, type FieldError, NotFound, Refused } from '../../kernel/errors';
import { AssignmentService } from '../../work/assignment.service';
import { TaskReader } from '../../work/task.reader';
import type { SharesView } from '../../work/task.view';
import { rowsIn } from '../sheet';
import type { Cells, Numbered } from '../taker';
import { cascadeSheet } from './cascade-blank';
import { cascadeColumns, type CascadeKey, cascadeNumber } from './cascade-columns';
import { fault, hasShare, placeIn, type ReadCascade, readCascade } from './cascade-rows';

/** More lines than a union has below it. */
const MOST_LINES = 1_000;

interface Below {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

@Injectable()
export class CascadeSheetService {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(TaskReader) private readonly tasks: TaskReader,
    @Inject(AssignmentService) private readonly assignments: AssignmentService,
  ) {}

  /** Of a task of one's own union. Errors: notFound. */
  async blank(actor: Actor, taskId: string): Promise<{ name: string; bytes: Uint8Array }> {
    const { task, shares, remainder } = await this.tasks.shares(actor, taskId);
    if (task.unionId !== actor.unionId) throw new NotFound();
    const has = new Set(shares.map(({ unionId }) => unionId));
    const unions = (await this.below(actor)).filter(({ id }) => !has.has(id));
    const names = await this.names(actor, [actor.unionId, ...has]);
    const bytes = await cascadeSheet({
      ...{ taskId, title: task.title, unionName: names.get(actor.unionId) ?? '', unit: task.measure.unit, unions },
      ...{ decimals: task.measure.decimals, target: task.target, remainder },
      ...{ startOn: task.startOn, dueOn: task.dueOn, kept: actor.tier === 'district' ? undefined : task.keptTarget },
      given: shares.map(({ unionId, target, dueOn }) => ({ name: names.get(unionId) ?? '', target, dueOn })),
    });
    return { name: `任务分解表（${task.title}）`, bytes };
  }

  /**
   * All of it, or nothing; `dryRun`: what it would make. Errors: cascade.row (422) by row and column, those of a division,
   * those of a spreadsheet, notFound.
   */
  async take(
    actor: Actor,
    taskId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
    dryRun: boolean,
  ): Promise<SharesView> {
    const { task, shares } = await this.tasks.shares(actor, taskId);
    if (task.unionId !== actor.unionId) throw new NotFound();
    const unions = new Map((await this.below(actor)).map(({ code, id }) => [code, id]));
    const has = new Set(shares.map(({ unionId }) => unionId));
    const read = readCascade(await linesOf(file.bytes), { unions, sheet: cascadeNumber(taskId) });
    const given = {
      shares: read.shares.map(({ row: _, ...share }) => share),
      ...(read.kept === undefined ? {} : { keptTarget: read.kept.target }),
      ...(read.reason === undefined ? {} : { shortfallReason: read.reason.words }),
    };
    try {
      return await this.assignments.cascade(boundTo(actor, file), taskId, given, dryRun);
    } catch (error) {
      throw error instanceof DomainError ? inRows(error, read, has) : error;
    }
  }

  private below({ districtId, unionId }: Actor): Promise<Below[]> {
    return this.database.query(
      `select id, code, name from trade_union where district_id = $1 and parent_id = $2
         and (closed_on is null or closed_on > app_today()) order by code limit ${MOST_LINES}`,
      [districtId, unionId],
    );
  }

  private async names({ districtId }: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; name: string }[] = await this.database.query(
      'select id, name from trade_union where district_id = $1 and id = any($2)',
      [districtId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

async function linesOf(bytes: Uint8Array): Promise<Numbered<Cells>[]> {
  const lines: Numbered<Cells>[] = [];
  for await (const line of rowsIn(bytes, cascadeColumns)) {
    if (lines.push(line) > MOST_LINES) throw tooMany();
  }
  return lines;
}

/** An Idempotency-Key is bound to the bytes, which the guard could not see. */
function boundTo(actor: Actor, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Actor {
  if (actor.call === undefined) return actor;
  const sha = createHash('sha256').update(bytes).digest('hex');
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([actor.call.route, sha, name]))
    .digest('hex');
  return { ...actor, call: { ...actor.call, fingerprint } };
}

/** What the deed says of its shares becomes what stands in the spreadsheet. */
function inRows(error: DomainError, read: ReadCascade, has: ReadonlySet<string>): DomainError {
  const twice = error.code === 'share.exists' ? read.shares.filter(({ unionId }) => has.has(unionId)) : [];
  const there = twice.map(({ row }): FieldError => ({ ...fault(row, 'code', hasShare), field: placeIn(row, 'code') }));
  const named = error.errors.flatMap(({ field, code, words }): FieldError[] => {
    const place = placeOf(field, read);
    return place === undefined ? [] : [{ ...fault(...place, words), field: placeIn(...place), code }];
  });
  const errors = [...there, ...named];
  const [first] = errors;
  return first === undefined ? error : new DomainError(error.kind, error.code, first.words, errors);
}

const keys: Record<string, CascadeKey> = { unionId: 'code', target: 'target', dueOn: 'dueOn', startOn: 'dueOn' };

function placeOf(field: string, { shares, kept, reason }: ReadCascade): [number, CascadeKey] | undefined {
  const [, no, name = ''] = /^shares\[(\d+)\]\.?(\w*)$/.exec(field) ?? [];
  const share = no === undefined ? undefined : shares[Number(no)];
  if (share !== undefined) return [share.row, keys[name] ?? 'code'];
  if (field === 'keptTarget' && kept !== undefined) return [kept.row, 'target'];
  return field === 'shortfallReason' && reason !== undefined ? [reason.row, 'note'] : undefined;
}

const tooMany = (): Refused =>
  new Refused(
    'intake.tooLong',
    { zh: `分解表最多 ${MOST_LINES} 行。`, en: `The spreadsheet has at most ${MOST_LINES} rows.` },
    'file',
  );
