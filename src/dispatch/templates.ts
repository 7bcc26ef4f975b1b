/** The words a district sends (消息模板) as they stand: its own, or the built-in ones. One query for all. */
import type { EntityManager } from 'typeorm';
import { type BothWords, type TemplateKey, templateKinds } from './template-keys';

export type Templates = Readonly<Record<TemplateKey, BothWords>>;

export async function templatesOf(tx: Pick<EntityManager, 'query'>, districtId: string): Promise<Templates> {
  const own: { key: TemplateKey; words: BothWords | null }[] = await tx.query(
    `select distinct on (key) key, words from message_template where district_id = $1 order by key, version desc`,
    [districtId],
  );
  const words = new Map(own.map((each) => [each.key, each.words]));
  const now = (key: TemplateKey): BothWords => words.get(key) ?? templateKinds[key].builtIn;
  return { digest: now('digest'), urgent: now('urgent'), urge: now('urge'), order: now('order'), test: now('test') };
}
