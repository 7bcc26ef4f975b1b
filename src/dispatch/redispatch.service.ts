/** Sends a message once more that was given up (重新发送): a person has looked. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { DispatchStatus } from './channel';

@Injectable()
export class RedispatchService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** With all its tries. Errors: dispatch.notStuck (409) for what was sent, waits anyway or is no longer wanted. */
  async again(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const [row]: { status: DispatchStatus; attempts: number; underWay: boolean }[] = await tx.query(
        `select status, attempts, coalesce(leased_until > clock_timestamp(), false) as "underWay" from dispatch
         where district_id = $1 and id = $2 and path <@ $3::ltree for update`,
        [actor.districtId, id, actor.path],
      );
      if (row === undefined) throw new NotFound();
      const { status, attempts, underWay } = row;
      if (underWay || (status !== 'given_up' && status !== 'failed')) throw notStuck();
      await tx.query(
        `update dispatch set status = 'waiting', attempts = 0, next_at = clock_timestamp() where district_id = $1 and id = $2`,
        [actor.districtId, id],
      );
      await audit(tx, actor, 'dispatch.redelivered', id, { before: { status, attempts } });
      return {};
    });
  }
}

const notStuck = (): Conflict =>
  new Conflict('dispatch.notStuck', {
    zh: '该消息已发出、正在发送或已撤回，无需重新发送。',
    en: 'This message was sent, is on its way or was withdrawn: there is nothing to send again.',
  });
