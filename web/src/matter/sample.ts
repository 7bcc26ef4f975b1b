/** What a new source starts from: a mapping and a body of such a platform. */
export const sampleMapping = {
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
    { status: 'received', theirs: '10', words: 'received' },
    { status: 'assigned', theirs: '20', words: 'in progress' },
    { status: 'answered', theirs: '20', words: 'in progress' },
    { status: 'returned', theirs: '20', words: 'in progress' },
    { status: 'closed', theirs: '90', words: 'closed' },
  ],
  workingDays: 10,
};

export const sampleBody = {
  data: {
    title: 'Title',
    content: 'Content',
    type: '0101',
    areaCode: '440308001',
    acceptTime: '2026-11-24 09:30:00',
  },
};

export const asText = (value: unknown): string => JSON.stringify(value, null, 2);
