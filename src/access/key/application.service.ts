/** Programs (应用): the security administrator registers, changes and stops them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, Role } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { NotFound, Refused, expectVersion } from '../../kernel/errors';
import { isWithin, newId } from '../../kernel/id';
import { Officer } from '../../organization/officer.entity';
import { districtRoles } from '../../organization/rights';
import { TradeUnion } from '../../organization/trade-union.entity';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { Application } from './application.entity';
import { type ApplicationsAsked, applicationOf, applicationsOf } from './application.reader';
import type { ApplicationList, ApplicationView } from './application.view';

export interface NewApplication {
  readonly unionId: string;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly purpose: string;
  readonly contact: string;
}

export interface ApplicationChange {
  readonly name?: string;
  readonly purpose?: string;
  readonly contact?: string;
  readonly active?: boolean;
}

@Injectable()
export class ApplicationService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(actor: Actor, asked: ApplicationsAsked): Promise<ApplicationList> {
    return applicationsOf(this.database.manager, actor, asked);
  }

  get(actor: Actor, id: string): Promise<ApplicationView> {
    return applicationOf(this.database.manager, actor, id);
  }

  /** Errors: application.unionClosed, application.districtRole (422), notFound; a taken account is a conflict (409). */
  register(actor: Actor, given: NewApplication): Promise<ApplicationView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const { unionId, name, role, purpose, contact } = given;
      const union = await tx.findOneBy(TradeUnion, { districtId, id: unionId });
      if (union === null || !isWithin(union.path, actor.path)) throw new NotFound();
      if (!union.isOpenOn(this.clock.today())) throw unionClosed();
      if (districtRoles.includes(role) && union.tier !== 'district') throw districtOnly();
      const id = newId();
      const program = {
        kind: 'program',
        passwordHash: null,
        mustChangePassword: false,
        active: true,
        version: 1,
      } as const;
      await tx.insert(Officer, {
        districtId,
        id,
        unionId,
        account: given.account.toLowerCase(),
        name,
        role,
        ...program,
      });
      await tx.insert(Application, { districtId, id, purpose, contact, createdBy: actor.officerId });
      const view = await applicationOf(tx, actor, id);
      await audit(tx, actor, 'application.registered', id, { after: view });
      return view;
    });
  }

  /** A program that is stopped loses its keys for good; started again, it gets new ones. */
  change(actor: Actor, id: string, version: number, given: ApplicationChange): Promise<ApplicationView> {
    return this.deeds.run(actor, async (tx) => {
      const where = { districtId: actor.districtId, id };
      const before = await lockApplication(tx, actor, id);
      expectVersion(before.version, version);
      const { name = before.name, active = before.active } = given;
      const { purpose = before.purpose, contact = before.contact } = given;
      await tx.update(Officer, where, { name, active, version: version + 1 });
      await tx.update(Application, where, { purpose, contact });
      if (!active) await revokeAll(tx, actor, id);
      const view = await applicationOf(tx, actor, id);
      await audit(tx, actor, 'application.changed', id, { before, after: view });
      return view;
    });
  }
}

/** As it stands, and until the transaction ends nobody else changes it or its keys. Errors: notFound. */
export async function lockApplication(tx: EntityManager, actor: Actor, id: string): Promise<ApplicationView> {
  await tx.query(`select 1 from officer where district_id = $1 and id = $2 and kind = 'program' for no key update`, [
    actor.districtId,
    id,
  ]);
  return applicationOf(tx, actor, id);
}

async function revokeAll(tx: EntityManager, { districtId, officerId }: Actor, id: string): Promise<void> {
  await tx.query(
    `update api_key set revoked_at = app_now(), revoked_by = $3, version = version + 1
     where district_id = $1 and application_id = $2 and revoked_at is null`,
    [districtId, id, officerId],
  );
}

const unionClosed = (): Refused =>
  new Refused(
    'application.unionClosed',
    { zh: '该工会已撤销，不能登记应用。', en: 'This union is closed: no program can act for it.' },
    'unionId',
  );

const districtOnly = (): Refused =>
  new Refused(
    'application.districtRole',
    {
      zh: '系统、安全、审计管理员角色只能给区总工会的应用。',
      en: 'The roles of system, security and audit administrator belong to programs of the district office.',
    },
    'role',
  );
