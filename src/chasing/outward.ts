/** What of a message also goes out of the house (外发): by mail to its officer, by robot to the groups of his union. Pure. */
import type { EntityManager } from 'typeorm';
import { handOver, type Outgoing } from '../dispatch/hand-over';
import { messageOf } from '../dispatch/rendering';
import { type Templates, templatesOf } from '../dispatch/templates';
import { type Item, itemWords, messageWords, MOST_ITEMS } from './item';
import type { Channel } from './ladder';
import type { MessageKind } from './message.entity';

/** A message as it was written, with the channels by which it also goes out. */
export interface Written {
  readonly id: string;
  readonly officerId: string;
  readonly officerName: string;
  readonly unionId: string;
  readonly kind: MessageKind;
  readonly items: readonly Item[];
  readonly more: number;
  readonly channels: readonly Channel[];
}

interface Sending {
  readonly districtId: string;
  /** The civil day. */
  readonly today: string;
  /** Where the platform is; said at the end of a text. */
  readonly address: string | undefined;
}

/**
 * Hands over what goes out, in the transaction that wrote the messages. Mail: one for each message. Robots: one text a day,
 * kind and union with what its officers were told in this round, for a group reads it together.
 */
export async function sendOut(tx: EntityManager, sending: Sending, messages: readonly Written[]): Promise<void> {
  const out = messages.filter(({ channels }) => channels.some((channel) => channel !== 'inbox'));
  if (out.length === 0) return;
  const templates = await templatesOf(tx, sending.districtId);
  await handOver(tx, outgoing(sending, templates, out));
}

function outgoing(sending: Sending, templates: Templates, messages: readonly Written[]): Outgoing[] {
  const mails = messages
    .filter(({ channels }) => channels.includes('email'))
    .map((message) => ({
      ...spoken(sending, templates, message),
      channel: 'email' as const,
      officerId: message.officerId,
      onceKey: `message:${message.id}`,
    }));
  const groups = new Map<string, Written>();
  for (const message of messages.filter(({ channels }) => channels.includes('robot'))) {
    const key = `robot:${message.kind}:${message.unionId}:${sending.today}`;
    groups.set(key, together(groups.get(key), message));
  }
  const robots = [...groups].map(([onceKey, message]) => ({
    ...spoken(sending, templates, message),
    channel: 'robot' as const,
    unionId: message.unionId,
    onceKey,
  }));
  return [...mails, ...robots];
}

/** What several officers of a union were told, each thing once. */
function together(before: Written | undefined, next: Written): Written {
  if (before === undefined) return next;
  const known = new Set(before.items.map((item) => itemWords(item).zh));
  const items = [...before.items, ...next.items.filter((item) => !known.has(itemWords(item).zh))];
  const shown = items.slice(0, MOST_ITEMS);
  const more = Math.max(before.more, next.more) + items.length - shown.length;
  return { ...before, officerName: `${before.officerName}、${next.officerName}`, items: shown, more };
}

function spoken({ districtId, today, address = '' }: Sending, templates: Templates, message: Written) {
  const { kind, items, more, officerName } = message;
  const headline = messageWords(items, more);
  const values = (language: 'zh' | 'en') => ({
    officer: officerName,
    day: today,
    headline: headline[language],
    items: items.map((item) => ({ words: itemWords(item)[language] })),
    more,
    address,
  });
  const steps = [...new Set(items.map((item) => ('step' in item ? item.step : item.kind)))].join(' ');
  return {
    districtId,
    ...messageOf(templates[kind], { zh: values('zh'), en: values('en') }),
    reason: { words: headline, step: steps, taskIds: items.flatMap(({ taskId }) => taskId ?? []) },
  };
}
