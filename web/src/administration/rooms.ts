/** The rooms of administration (系统管理) an officer may enter, by what the API says he may do. */
interface Room {
  readonly to:
    | '/unions'
    | '/officers'
    | '/sessions'
    | '/calendar'
    | '/queue'
    | '/audit'
    | '/dispatches'
    | '/applications'
    | '/webhooks'
    | '/webhook-hosts';
  readonly title:
    | 'administration.menu.unions'
    | 'administration.menu.officers'
    | 'administration.menu.sessions'
    | 'administration.menu.calendar'
    | 'administration.menu.queue'
    | 'administration.menu.audit'
    | 'dispatch.title'
    | 'keys.title'
    | 'webhook.title'
    | 'webhook.hosts';
  readonly hint:
    | 'administration.room.unions'
    | 'administration.room.officers'
    | 'administration.room.sessions'
    | 'administration.room.calendar'
    | 'administration.room.queue'
    | 'administration.room.audit'
    | 'dispatch.room'
    | 'keys.room'
    | 'webhook.room'
    | 'webhook.hostsRoom';
  readonly open: (may: (right: string) => boolean) => boolean;
}

const rooms: readonly Room[] = [
  {
    to: '/unions',
    title: 'administration.menu.unions',
    hint: 'administration.room.unions',
    // everybody sees the names of unions at his work; the tree is for those who look after it
    open: (may) => may('union.write') || (may('officer.read') && may('work.read')),
  },
  {
    to: '/officers',
    title: 'administration.menu.officers',
    hint: 'administration.room.officers',
    open: (may) => may('officer.read'),
  },
  {
    to: '/sessions',
    title: 'administration.menu.sessions',
    hint: 'administration.room.sessions',
    open: (may) => may('session.manage'),
  },
  {
    to: '/applications',
    title: 'keys.title',
    hint: 'keys.room',
    open: (may) => may('key.manage'),
  },
  {
    to: '/calendar',
    title: 'administration.menu.calendar',
    hint: 'administration.room.calendar',
    // everybody may read it; it stands in the menu of those who set days or terms
    open: (may) => may('calendar.write') || may('assessment.conduct'),
  },
  {
    to: '/dispatches',
    title: 'dispatch.title',
    hint: 'dispatch.room',
    open: (may) => may('dispatch.manage'),
  },
  {
    to: '/webhooks',
    title: 'webhook.title',
    hint: 'webhook.room',
    open: (may) => may('webhook.manage'),
  },
  {
    to: '/webhook-hosts',
    title: 'webhook.hosts',
    hint: 'webhook.hostsRoom',
    open: (may) => may('webhookHost.manage'),
  },
  {
    to: '/queue',
    title: 'administration.menu.queue',
    hint: 'administration.room.queue',
    open: (may) => may('queue.manage'),
  },
  {
    to: '/audit',
    title: 'administration.menu.audit',
    hint: 'administration.room.audit',
    open: (may) => may('audit.read'),
  },
];

export const roomsFor = (may: (right: string) => boolean): readonly Room[] => rooms.filter(({ open }) => open(may));
