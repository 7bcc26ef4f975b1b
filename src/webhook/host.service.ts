/** Places of the intranet that may be called (内网主机白名单): kept by the system administrator. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { hostOf } from './address';
import { WebhookHost } from './webhook-host.entity';
import type { WebhookHostDto } from './webhook.dto';
import type { WebhookHostList, WebhookHostView } from './webhook.view';

const MOST = 50;

@Injectable()
export class WebhookHostService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  async list({ districtId }: Actor): Promise<WebhookHostList> {
    const hosts = await this.database.manager.find(WebhookHost, {
      where: { districtId },
      order: { host: 'ASC', port: 'ASC' },
      take: MOST,
    });
    return { items: hosts.map(viewOf), most: MOST };
  }

  /** Errors: webhookHost.host (422); webhookHost.known, webhookHost.tooMany (409). */
  add(actor: Actor, { host: text, port, note }: WebhookHostDto): Promise<WebhookHostView> {
    const host = checkHost(text);
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      await tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [districtId]);
      if ((await tx.countBy(WebhookHost, { districtId })) >= MOST) throw tooMany();
      if (await tx.existsBy(WebhookHost, { districtId, host, port })) throw known();
      const id = newId();
      await tx.insert(WebhookHost, { districtId, id, host, port, note });
      const view = viewOf(await tx.findOneByOrFail(WebhookHost, { districtId, id }));
      await audit(tx, actor, 'webhookHost.added', id, { after: view });
      return view;
    });
  }

  /** What is delivered there fails from now on. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const host = await tx.findOneBy(WebhookHost, { districtId, id });
      if (host === null) throw new NotFound();
      await tx.delete(WebhookHost, { districtId, id });
      await audit(tx, actor, 'webhookHost.removed', id, { before: viewOf(host) });
      return {};
    });
  }
}

/** As addresses of the web write it: small letters, Punycode, numbers in full. */
function checkHost(text: string): string {
  const bracketed = text.includes(':') && !text.startsWith('[') ? `[${text}]` : text;
  const url = URL.canParse(`http://${bracketed}/`) ? new URL(`http://${bracketed}/`) : null;
  if (url !== null && url.port === '' && url.username === '' && url.pathname === '/' && !/[/?#@\s]/.test(text))
    return hostOf(url);
  throw new Refused(
    'webhookHost.host',
    {
      zh: '应为主机名或 IP 地址，不含 http://、端口和路径。',
      en: 'It should be the name or address of a host, without http://, port and path.',
    },
    'host',
  );
}

const viewOf = ({ id, host, port, note, addedAt }: WebhookHost): WebhookHostView => ({
  ...{ id, host, port, note },
  addedAt: addedAt.toISOString(),
});

const known = (): Conflict =>
  new Conflict('webhookHost.known', { zh: '该主机和端口已在名单中。', en: 'This host and port are listed already.' });

const tooMany = (): Conflict =>
  new Conflict('webhookHost.tooMany', {
    zh: `最多可列入 ${MOST} 个主机。`,
    en: `At most ${MOST} hosts can be listed.`,
  });
