/** The robots of a union's own groups (群机器人): its administrator adds, changes, tries and removes them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, NotFound, expectVersion } from '../kernel/errors';
import { newId } from '../kernel/id';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { handOver } from './hand-over';
import { type KeyRing, ringOf } from './key-ring';
import { checkRobotAddress, checkRobotSecret, hintOf } from './robot-address';
import { robotEvents } from './robot-events';
import type { RobotAccess } from './robot-protocols';
import type { NewRobotDto, RobotChangeDto } from './robot.dto';
import { Robot } from './robot.entity';
import { type RobotList, type RobotView, robotView } from './robot.view';
import { ROBOT_KEYS, type Sealings, sealingsOf } from './sealing';
import { templatesOf } from './templates';
import { testMessage, triedLately } from './test-message';

/** How many robots a union may have. */
const MOST = 20;

@Injectable()
export class RobotService {
  private key: Sealings | undefined;
  private ring: KeyRing | undefined;

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ districtId, unionId }: Actor): Promise<RobotList> {
    const robots = await this.database.manager.find(Robot, {
      where: { districtId, unionId },
      order: { id: 'ASC' },
      take: MOST,
    });
    return { items: robots.map(robotView), most: MOST, choices: [...robotEvents] };
  }

  async get(actor: Actor, id: string): Promise<RobotView> {
    return robotView(await this.find(this.database.manager, actor, id));
  }

  /** Errors: robot.address, robot.place, robot.noSecret (422); robot.tooMany (409). */
  add(actor: Actor, { kind, name, address, secret = null, language, events = [] }: NewRobotDto): Promise<RobotView> {
    const access = this.checked(kind, { address, secret });
    return this.deeds.run(actor, async (tx) => {
      const { districtId, unionId } = actor;
      await tx.query('select 1 from trade_union where district_id = $1 and id = $2 for no key update', [
        districtId,
        unionId,
      ]);
      if ((await tx.countBy(Robot, { districtId, unionId })) >= MOST) throw tooMany();
      const id = newId();
      const robot = { districtId, id, unionId, kind, name, language, events, ...this.kept(access, id) };
      await tx.insert(Robot, robot);
      const view = robotView(await this.find(tx, actor, id));
      await audit(tx, actor, 'robot.added', id, { after: view });
      return view;
    });
  }

  /** Errors: as for a new one. */
  change(actor: Actor, id: string, version: number, given: RobotChangeDto): Promise<RobotView> {
    return this.deeds.run(actor, async (tx) => {
      const robot = await this.find(tx, actor, id, true);
      expectVersion(robot.version, version);
      const before = robotView(robot);
      const { name, language, active, events = robot.events } = given;
      await tx.update(
        Robot,
        { districtId: actor.districtId, id },
        { name, language, active, events, version: version + 1, ...this.newAccess(robot, given) },
      );
      const view = robotView(await this.find(tx, actor, id));
      const keyChanged = given.address !== undefined || given.secret !== undefined;
      await audit(tx, actor, 'robot.changed', id, { before, after: { ...view, keyChanged } });
      return view;
    });
  }

  /** What waits for it is not sent. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const robot = await this.find(tx, actor, id, true);
      await tx.delete(Robot, { districtId: actor.districtId, id });
      await audit(tx, actor, 'robot.removed', id, { before: robotView(robot) });
      return {};
    });
  }

  /** Sends a message to try it, once a minute at most. Errors: robot.off, message.triedLately (409). */
  test(actor: Actor, id: string): Promise<RobotView> {
    return this.deeds.run(actor, async (tx) => {
      const robot = await this.find(tx, actor, id);
      if (!robot.active) throw off();
      const { districtId } = actor;
      const message = testMessage(await templatesOf(tx, districtId), id, this.clock.now());
      if ((await handOver(tx, [{ ...message, districtId, channel: 'robot', robotId: id }])) === 0) throw triedLately();
      await audit(tx, actor, 'robot.tested', id);
      return robotView(robot);
    });
  }

  private async find(tx: EntityManager, actor: Actor, id: string, lock = false): Promise<Robot> {
    const { districtId, unionId } = actor;
    const robot = await tx.findOne(Robot, {
      where: { districtId, id, unionId },
      ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    if (robot === null) throw new NotFound();
    return robot;
  }

  private checked(kind: Robot['kind'], access: RobotAccess): RobotAccess {
    checkRobotAddress(kind, access.address, this.config.robotOrigins);
    checkRobotSecret(kind, access.secret);
    return access;
  }

  /** What is left out of a change stays as it is. */
  private newAccess(robot: Robot, { address, secret }: RobotChangeDto): Partial<Robot> {
    if (address === undefined && secret === undefined) return {};
    const known = JSON.parse(this.sealing.open(robot.sealed, robot.id)) as RobotAccess;
    const access = { address: address ?? known.address, secret: secret === undefined ? known.secret : secret };
    return this.kept(this.checked(robot.kind, access), robot.id);
  }

  private kept(access: RobotAccess, id: string): Pick<Robot, 'sealed' | 'keyId' | 'signed' | 'hint'> {
    const { keyId, sealed } = (this.ring ??= ringOf(this.config, ROBOT_KEYS)).seal(JSON.stringify(access), id);
    return { sealed, keyId, signed: access.secret !== null, hint: hintOf(access.address) };
  }

  private get sealing(): Sealings {
    return (this.key ??= sealingsOf(this.config));
  }
}

const tooMany = (): Conflict =>
  new Conflict('robot.tooMany', {
    zh: `每个工会最多可设 ${MOST} 个群机器人。`,
    en: `A union may have at most ${MOST} robots.`,
  });

const off = (): Conflict => new Conflict('robot.off', { zh: '该机器人已停用。', en: 'This robot is switched off.' });
