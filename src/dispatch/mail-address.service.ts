/** An officer's own mail address (邮件地址): he sets it, switches it on or off, and tries it. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { handOver } from './hand-over';
import { checkMailAddress, maskedAddress } from './mail-address';
import type { MailAddressDto } from './mail-address.dto';
import { MailAddress } from './mail-address.entity';
import type { MailAddressView } from './mail-address.view';
import { OutwardChannel } from './outward-channel.entity';
import { templatesOf } from './templates';
import { testMessage, triedLately } from './test-message';

@Injectable()
export class MailAddressService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  mine(actor: Actor): Promise<MailAddressView> {
    return this.view(this.database.manager, actor);
  }

  /** Errors: mail.address. */
  set(actor: Actor, given: MailAddressDto): Promise<MailAddressView> {
    checkMailAddress(given.address);
    return this.deeds.run(actor, async (tx) => {
      const before = await this.find(tx, actor);
      await tx.query(
        `insert into mail_address (district_id, officer_id, address, wanted, language) values ($1, $2, $3, $4, $5)
         on conflict (district_id, officer_id) do update set
           address = excluded.address, wanted = excluded.wanted, language = excluded.language, set_at = app_now()`,
        [actor.districtId, actor.officerId, given.address, given.wanted, given.language],
      );
      await audit(tx, actor, 'mailAddress.set', actor.officerId, { before: spoken(before), after: spoken(given) });
      return this.view(tx, actor);
    });
  }

  async remove(actor: Actor): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const before = await this.find(tx, actor);
      if (before === null) return {};
      await tx.delete(MailAddress, { districtId: actor.districtId, officerId: actor.officerId });
      await audit(tx, actor, 'mailAddress.removed', actor.officerId, { before: spoken(before) });
      return {};
    });
  }

  /** Sends a mail to try the address, once a minute at most. Errors: mail.notSetUp, mail.notWanted, message.triedLately (409). */
  test(actor: Actor): Promise<MailAddressView> {
    return this.deeds.run(actor, async (tx) => {
      const view = await this.view(tx, actor);
      if (!view.setUp) throw notSetUp();
      if (view.address === null || !view.wanted) throw notWanted();
      const { districtId, officerId } = actor;
      const message = testMessage(await templatesOf(tx, districtId), officerId, this.clock.now());
      const made = await handOver(tx, [{ ...message, districtId, channel: 'email', officerId }]);
      if (made === 0) throw triedLately();
      await audit(tx, actor, 'mailAddress.tested', officerId);
      return view;
    });
  }

  private async view(tx: EntityManager, actor: Actor): Promise<MailAddressView> {
    const found = await this.find(tx, actor);
    const channel = await tx.findOneBy(OutwardChannel, { channel: 'email' });
    const { address = null, wanted = false, language = 'zh' } = found ?? {};
    return { address, wanted, language, setUp: channel?.setUp ?? false };
  }

  private find(tx: EntityManager, { districtId, officerId }: Actor): Promise<MailAddress | null> {
    return tx.findOneBy(MailAddress, { districtId, officerId });
  }
}

/** The trail knows that and how, not the whole address. */
const spoken = (set: MailAddressDto | MailAddress | null): object | undefined =>
  set === null ? undefined : { address: maskedAddress(set.address), wanted: set.wanted, language: set.language };

const notSetUp = (): Conflict =>
  new Conflict('mail.notSetUp', {
    zh: '本平台尚未设置邮件发送，请联系系统管理员。',
    en: 'This installation cannot send mail yet: ask the system administrator.',
  });

const notWanted = (): Conflict =>
  new Conflict('mail.notWanted', {
    zh: '请先保存邮件地址并开启邮件提醒。',
    en: 'Set an address and switch mail on first.',
  });
