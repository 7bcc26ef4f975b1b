/** What a new source starts from: a mapping and a body of such a platform. */
import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';

export const sampleMapping = (t: TFunction): Schemas['CaseMappingDto'] => ({
  fields: {
    title: 'data.title',
    content: 'data.content',
    kind: 'data.type',
    area: 'data.areaCode',
    occurredAt: 'data.eventTime',
    receivedAt: 'data.acceptTime',
    dueOn: null,
  },
  kinds: [{ theirs: '0101', kind: 'wages', programme: null }],
  areas: [],
  statuses: [
    { status: 'received', theirs: '10', words: t('matter.said.received') },
    { status: 'assigned', theirs: '20', words: t('matter.said.working') },
    { status: 'answered', theirs: '20', words: t('matter.said.working') },
    { status: 'returned', theirs: '20', words: t('matter.said.working') },
    { status: 'closed', theirs: '90', words: t('matter.said.closed') },
  ],
  workingDays: 10,
});

export const sampleBody = (t: TFunction): object => ({
  data: {
    title: t('matter.said.title'),
    content: t('matter.said.content'),
    type: '0101',
    areaCode: '440308001',
    acceptTime: '2026-11-24 09:30:00',
  },
});

export const asText = (value: unknown): string => JSON.stringify(value, null, 2);
