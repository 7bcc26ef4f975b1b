/** Exceptions (免报、补报) as the unions they are about, those above and those that proposed them read them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { wordsOfPeriod } from '../../kernel/period';
import { may } from '../../organization/rights';
import type { FormExceptionList, FormExceptionView } from './exception.view';
import type { ExceptionStatus } from './form-exception.entity';

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `x.id, x.form_id as "formId", f.name as "formName", x.period,
  x.union_id as "unionId", u.name as "unionName", x.kind, x.reason, x.until::text as until, x.status, o.name as "proposedBy",
  w.name as "proposedByUnion", ${iso('x.proposed_at')} as "proposedAt", d.name as "decidedBy",
  ${iso('x.decided_at')} as "decidedAt", x.decision, x.version, x.proposer_id as "proposerId", x.proposed_by as "officerId"`;
/** $1 district, $2 the reader's union, $3 its path. */
const from = `
  from form_exception x join form f on f.district_id = x.district_id and f.id = x.form_id
  join trade_union u on u.district_id = x.district_id and u.id = x.union_id
  join trade_union w on w.district_id = x.district_id and w.id = x.proposer_id
  join officer o on o.district_id = x.district_id and o.id = x.proposed_by
  left join officer d on d.district_id = x.district_id and d.id = x.decided_by
  where x.district_id = $1 and (x.union_id = $2 or x.proposer_id = $2 or x.path <@ $3::ltree)`;

type Row = Omit<FormExceptionView, 'label' | 'deeds'> & {
  readonly proposerId: string;
  readonly officerId: string;
};

interface Asked {
  readonly status?: readonly ExceptionStatus[];
  readonly formId?: string;
  readonly period?: string;
  readonly page: number;
  readonly pageSize: number;
}

@Injectable()
export class FormExceptionReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  one(actor: Actor, id: string): Promise<FormExceptionView> {
    return readException(this.database.manager, actor, id);
  }

  async list(actor: Actor, { status, formId, period, page, pageSize }: Asked): Promise<FormExceptionList> {
    const { districtId, unionId, path } = actor;
    const rows: (Row & { inAll: number })[] = await this.database.query(
      `select ${columns}, (count(*) over ())::int as "inAll" ${from} and ($4::text[] is null or x.status = any($4::text[]))
         and ($5::uuid is null or x.form_id = $5) and ($6::text is null or x.period = $6)
       order by x.id desc limit $7 offset $8`,
      [
        ...[districtId, unionId, path, status ?? null, formId ?? null, period ?? null],
        ...[pageSize, (page - 1) * pageSize],
      ],
    );
    const total = rows[0]?.inAll ?? 0;
    return { items: rows.map(({ inAll: _, ...row }) => viewOf(actor, row)), page, pageSize, total };
  }
}

/** Errors: notFound. */
export async function readException(tx: EntityManager, actor: Actor, id: string): Promise<FormExceptionView> {
  const { districtId, unionId, path } = actor;
  const [row]: Row[] = await tx.query(`select ${columns} ${from} and x.id = $4`, [districtId, unionId, path, id]);
  if (row === undefined) throw new NotFound();
  return viewOf(actor, row);
}

/** The services have the last word on what may be done. */
function viewOf(actor: Actor, { proposerId, officerId, ...row }: Row): FormExceptionView {
  const waits = row.status === 'proposed';
  const decides = actor.tier === 'district' && may(actor.role, 'form.except') && officerId !== actor.officerId;
  const withdraws = proposerId === actor.unionId && may(actor.role, 'form.write');
  return {
    ...row,
    label: wordsOfPeriod(row.period).zh,
    deeds: [...(waits && decides ? ['decide'] : []), ...(waits && withdraws ? ['withdraw'] : [])],
  };
}
