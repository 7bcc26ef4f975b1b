/** The district writes its own words for messages (消息模板): versioned, checked before they count, tried without sending. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound, expectVersion } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { MessageTemplateDto } from './message-template.dto';
import type {
  MessagePreview,
  MessageTemplateList,
  MessageTemplateView,
  TemplateVariable,
} from './message-template.view';
import { exampleValues, messageOf } from './rendering';
import { checkTemplate } from './template-check';
import {
  type BothWords,
  type TemplateKey,
  type Variable,
  isTemplateKey,
  templateKeys,
  templateKinds,
} from './template-keys';

/** Changes that are told of a template. */
const MOST = 20;

interface Change {
  key: TemplateKey;
  version: number;
  words: BothWords | null;
  officerName: string;
  setAt: Date;
}

const changes = `
  select key, version, words, "officerName", "setAt" from (
    select m.key, m.version, m.words, o.name as "officerName", m.set_at as "setAt",
      row_number() over (partition by m.key order by m.version desc) as no
    from message_template m join officer o on o.district_id = m.district_id and o.id = m.set_by
    where m.district_id = $1 and ($2::text is null or m.key = $2)) as each
  where no <= ${MOST} order by key, version desc`;

@Injectable()
export class MessageTemplateService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  async list({ districtId }: Actor): Promise<MessageTemplateList> {
    const all: Change[] = await this.database.query(changes, [districtId, null]);
    return {
      items: templateKeys.map((key) =>
        viewOf(
          key,
          all.filter((each) => each.key === key),
        ),
      ),
    };
  }

  async get(actor: Actor, key: string): Promise<MessageTemplateView> {
    return this.view(this.database.manager, actor, known(key));
  }

  /** Errors: messageTemplate.wrong (422). */
  set(actor: Actor, key: string, version: number, given: MessageTemplateDto): Promise<MessageTemplateView> {
    const { zh, en } = given;
    const words = { zh: { subject: zh.subject, text: zh.text }, en: { subject: en.subject, text: en.text } };
    checkTemplate(known(key), words);
    return this.write(actor, known(key), version, words);
  }

  /** Back to the built-in words. */
  async restore(actor: Actor, key: string, version: number): Promise<void> {
    await this.write(actor, known(key), version, null);
  }

  /** How it would read, with examples for the variables; nothing is kept or sent. Errors: messageTemplate.wrong (422). */
  preview(key: string, words: MessageTemplateDto): MessagePreview {
    const kind = known(key);
    checkTemplate(kind, words);
    const { variables } = templateKinds[kind];
    const { subject, text } = messageOf(words, {
      zh: exampleValues(variables, 'zh'),
      en: exampleValues(variables, 'en'),
    });
    return { zh: { subject: subject.zh, text: text.zh }, en: { subject: subject.en, text: text.en } };
  }

  private write(
    actor: Actor,
    key: TemplateKey,
    version: number,
    words: BothWords | null,
  ): Promise<MessageTemplateView> {
    return this.deeds.run(actor, async (tx) => {
      // one at a time, also for the first version, which has no row to lock
      await tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [
        actor.districtId,
      ]);
      const before = await this.view(tx, actor, key);
      expectVersion(before.version, version);
      await tx.query(
        `insert into message_template (district_id, key, version, words, set_by, set_at) values ($1, $2, $3, $4, $5, app_now())`,
        [actor.districtId, key, version + 1, words === null ? null : JSON.stringify(words), actor.officerId],
      );
      const after = await this.view(tx, actor, key);
      await audit(tx, actor, words === null ? 'messageTemplate.restored' : 'messageTemplate.set', actor.districtId, {
        before: spoken(before),
        after: spoken(after),
      });
      return after;
    });
  }

  private async view(tx: EntityManager, { districtId }: Actor, key: TemplateKey): Promise<MessageTemplateView> {
    return viewOf(key, await tx.query(changes, [districtId, key]));
  }
}

function known(key: string): TemplateKey {
  if (!isTemplateKey(key)) throw new NotFound();
  return key;
}

const spoken = ({ key, version, zh, en }: MessageTemplateView): object => ({ key, version, zh, en });

function viewOf(key: TemplateKey, made: readonly Change[]): MessageTemplateView {
  const { words: title, variables, builtIn } = templateKinds[key];
  const [last] = made;
  const { zh, en } = last?.words ?? builtIn;
  return {
    key,
    title,
    version: last?.version ?? 0,
    builtIn: (last?.words ?? null) === null,
    zh,
    en,
    variables: variables.flatMap((variable) => told(variable, null)),
    changes: made.map(({ version, officerName, setAt, words }) => ({
      version,
      officerName,
      setAt: setAt.toISOString(),
      builtIn: words === null,
    })),
  };
}

const told = ({ name, words, items }: Variable, within: string | null): TemplateVariable[] => [
  { name, words, within, list: items !== undefined },
  ...(items ?? []).flatMap((item) => told(item, name)),
];
