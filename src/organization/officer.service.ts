/** Officers: the system administrator makes accounts, the security administrator gives roles (三员分立). */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor, Role } from '../kernel/actor';
import { NotFound, Refused, expectVersion } from '../kernel/errors';
import { isWithin, newId } from '../kernel/id';
import { audit } from '../outbox/announce';
import type { Deed } from '../outbox/audited-deed';
import { Deeds } from '../outbox/deeds';
import { Officer } from './officer.entity';
import { type OfficerList, type OfficerView, officerView } from './officer.view';
import { checkPassword, hashPassword } from './password';
import { districtRoles } from './rights';
import { TradeUnion } from './trade-union.entity';

export interface NewOfficer {
  unionId: string;
  account: string;
  name: string;
  password: string;
}

interface OfficersAsked {
  page: number;
  pageSize: number;
  unionId?: string;
  /** Part of a name or an account. */
  q?: string;
  role?: Role;
  active?: boolean;
}

@Injectable()
export class OfficerService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  /** Officers of one's union and below. Words are looked for among the officers of one district: a few thousand. */
  async list(actor: Actor, asked: OfficersAsked): Promise<OfficerList> {
    const { page, pageSize, unionId, q, role, active } = asked;
    const query = this.database.manager
      .createQueryBuilder(Officer, 'o')
      .innerJoin(TradeUnion, 'u', 'u.districtId = o.districtId and u.id = o.unionId')
      .where(`o.districtId = :districtId and u.path <@ :path::ltree and o.kind = 'person'`, {
        districtId: actor.districtId,
        path: actor.path,
      });
    if (unionId !== undefined) query.andWhere('o.unionId = :unionId', { unionId });
    if (role !== undefined) query.andWhere('o.role = :role', { role });
    if (active !== undefined) query.andWhere('o.active = :active', { active });
    if (q !== undefined)
      query.andWhere('strpos(lower(o.name), :q) + strpos(o.account, :q) > 0', { q: q.trim().toLowerCase() });
    const [officers, total] = await query
      .orderBy('o.account')
      .offset((page - 1) * pageSize)
      .limit(pageSize)
      .getManyAndCount();
    return { items: officers.map(officerView), page, pageSize, total };
  }

  async get(actor: Actor, id: string): Promise<OfficerView> {
    const officer = await this.database.manager.findOneBy(Officer, {
      districtId: actor.districtId,
      id,
      kind: 'person',
    });
    if (officer === null) throw new NotFound();
    await this.unionWithin(this.database.manager, actor, officer.unionId);
    return officerView(officer);
  }

  /** A new account may look, and no more, until the security administrator gives it a role. */
  async create(actor: Actor, given: NewOfficer): Promise<OfficerView> {
    const account = given.account.toLowerCase();
    checkPassword(given.password, account);
    const passwordHash = await hashPassword(given.password);
    return this.deeds.run(actor, async (tx) => {
      await this.unionWithin(tx, actor, given.unionId);
      const officer = tx.create(Officer, {
        districtId: actor.districtId,
        id: newId(),
        unionId: given.unionId,
        account,
        name: given.name,
        role: 'viewer',
        passwordHash,
        mustChangePassword: true,
        active: true,
        version: 1,
      });
      await tx.insert(Officer, officer);
      await audit(tx, actor, 'officer.created', officer.id, { after: officerView(officer) });
      return officerView(officer);
    });
  }

  /**
   * Name, union, active or not. An officer who is switched off loses his sessions at once; one who changes his union
   * loses his role, or the system administrator would give rights by moving people.
   */
  change(
    actor: Actor,
    id: string,
    version: number,
    given: { name?: string; unionId?: string; active?: boolean },
  ): Promise<OfficerView> {
    return this.alter(actor, id, version, 'officer.changed', async (tx, officer) => {
      if (given.unionId === undefined || given.unionId === officer.unionId) return given;
      await this.unionWithin(tx, actor, given.unionId);
      return { ...given, role: 'viewer' };
    });
  }

  giveRole(actor: Actor, id: string, version: number, role: Role): Promise<OfficerView> {
    return this.alter(actor, id, version, 'officer.roleGiven', async (tx, officer) => {
      if (id === actor.officerId) {
        throw new Refused(
          'officer.ownRole',
          { zh: '不能更改自己的角色。', en: 'Nobody changes his own role.' },
          'role',
        );
      }
      const union = await tx.findOneByOrFail(TradeUnion, { districtId: actor.districtId, id: officer.unionId });
      if (districtRoles.includes(role) && union.tier !== 'district') throw districtOnly();
      return { role };
    });
  }

  /** A new first password; the officer must change it, and his sessions end. */
  async resetPassword(actor: Actor, id: string, version: number, password: string): Promise<OfficerView> {
    const passwordHash = await hashPassword(password);
    return this.alter(actor, id, version, 'officer.passwordReset', async (_, officer) => {
      checkPassword(password, officer.account);
      return { passwordHash, mustChangePassword: true };
    });
  }

  private alter(
    actor: Actor,
    id: string,
    version: number,
    deed: Deed,
    decide: (tx: EntityManager, officer: Officer) => Promise<Partial<Officer>>,
  ): Promise<OfficerView> {
    return this.deeds.run(actor, async (tx) => {
      const officer = await tx.findOne(Officer, {
        where: { districtId: actor.districtId, id, kind: 'person' },
        lock: { mode: 'pessimistic_write' },
      });
      if (officer === null) throw new NotFound();
      await this.unionWithin(tx, actor, officer.unionId);
      expectVersion(officer.version, version);
      const before = officerView(officer);
      const change = { ...(await decide(tx, officer)), version: officer.version + 1 };
      Object.assign(officer, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)));
      await tx.update(Officer, { districtId: actor.districtId, id }, officer);
      await tx.query('delete from session where district_id = $1 and officer_id = $2', [actor.districtId, id]);
      await audit(tx, actor, deed, id, { before, after: officerView(officer) });
      return officerView(officer);
    });
  }

  private async unionWithin(tx: EntityManager, actor: Actor, unionId: string): Promise<TradeUnion> {
    const union = await tx.findOneBy(TradeUnion, { districtId: actor.districtId, id: unionId });
    if (union === null || !isWithin(union.path, actor.path)) throw new NotFound();
    return union;
  }
}

function districtOnly(): Refused {
  return new Refused(
    'officer.districtRole',
    {
      zh: '系统、安全、审计管理员只能设在区总工会。',
      en: 'System, security and audit administrators belong to the district office.',
    },
    'role',
  );
}
