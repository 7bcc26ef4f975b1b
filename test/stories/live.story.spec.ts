/** Live: consoles hear what changes in their union and below, over any number of API processes, and resume. */
import { DataSource } from 'typeorm';
import { createApp } from '../../src/app';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { assigned, cascaded, submitted } from '../support/task';

interface Heard {
  event: string;
  id: string;
  data: { name?: string; taskId?: string; unionId?: string };
}

/** An EventSource by hand: what it heard so far, and how it ends. */
class Console {
  readonly heard: Heard[] = [];
  ended = false;
  private readonly closing = new AbortController();

  static async open(url: string, token: string, lastEventId?: string): Promise<Console> {
    const console_ = new Console();
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    const answer = await fetch(`${url}/api/v1/platform/live`, { headers, signal: console_.closing.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    void console_
      .read(answer)
      .catch(() => undefined)
      .finally(() => (console_.ended = true));
    await eventually(() => expect(console_.heard.length).toBeGreaterThan(0));
    return console_;
  }

  get changes(): (string | undefined)[] {
    return this.heard.filter(({ event }) => event === 'change').map(({ data }) => data.name);
  }

  get last(): string {
    return this.heard.filter(({ id }) => id !== '').at(-1)?.id ?? '';
  }

  close(): void {
    this.closing.abort();
  }

  private async read(answer: Response): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      rest += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
    if (field('event') !== '')
      this.heard.push({ event: field('event'), id: field('id'), data: JSON.parse(field('data') || '{}') });
  }
}

describe('live', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-07-01T02:00:00Z'));
  });
  afterAll(() => house.close());

  it('each hears its own union and below, nothing of a sibling, through a second API process too', async () => {
    const second = await createApp({ ...house.config, role: 'api' });
    await second.listen(0, '127.0.0.1');
    const d = await Console.open(await second.getUrl(), (await house.as('d.viewer')).token);
    const b = await Console.open(house.url, (await house.as('b.viewer')).token);
    try {
      // the district's own beginning may still be on its way to them: what counts comes after a mark both have heard
      await house.settled();
      const { D, B } = house.district.unions;
      const path = [D, B].map((id) => id.replaceAll('-', '')).join('.');
      await house.database.query(
        `insert into live.change (seq, district_id, path, name, subject) values (900000, $1, $2, 'mark', '{"words":{}}')`,
        [D, path],
      );
      const since = ({ changes }: Console) => changes.slice(changes.indexOf('mark') + 1);
      await eventually(() => expect([d.changes.at(-1), b.changes.at(-1)]).toEqual(['mark', 'mark']));
      const { shareA } = await assigned(house);
      const { a1 } = await cascaded(house, shareA);
      await submitted(await house.as('a1.reporter'), a1, { done: '3' });
      await eventually(() => expect(d.changes.at(-1)).toBe('progress.submitted'));
      expect(since(d)).toEqual([
        'task.created',
        'task.cascaded',
        'task.assigned',
        'task.assigned',
        'task.signed',
        'task.cascaded',
        'task.assigned',
        'task.assigned',
        'task.signed',
        'task.signed',
        'progress.submitted',
      ]);
      expect(since(b)).toEqual(['task.assigned']);
    } finally {
      d.close();
      b.close();
      await second.close();
    }
  });

  it('a console that was away hears what it missed, once, in order; from a place nobody knows it is told to read anew', async () => {
    const token = (await house.as('d.viewer')).token;
    const before = await Console.open(house.url, token);
    const place = before.last;
    before.close();
    await assigned(house, { title: '离线期间' });
    await house.settled();
    const after = await Console.open(house.url, token, place);
    await eventually(() =>
      expect(after.changes).toEqual(['task.created', 'task.cascaded', 'task.assigned', 'task.assigned']),
    );
    after.close();
    const lost = await Console.open(house.url, token, 'nobody-knows');
    expect(lost.heard[0]?.event).toBe('reset');
    lost.close();
  });

  it('a late commit of an earlier number is not skipped', async () => {
    const console_ = await Console.open(house.url, (await house.as('d.viewer')).token);
    const database = house.app.get(DataSource);
    const slow = database.createQueryRunner();
    const { id } = house.district;
    const path = id.replaceAll('-', '');
    const tell = `insert into live.change (seq, district_id, path, name, subject) values ($1, $2, $3, $4, '{"words":{}}')`;
    await slow.startTransaction();
    await slow.query(tell, [900_001, id, path, 'early.number']);
    await database.query(tell, [900_002, id, path, 'late.number']);
    await slow.commitTransaction();
    await slow.release();
    // a light of an earlier story may turn meanwhile
    const numbered = (): unknown => console_.changes.filter((name) => name?.endsWith('.number'));
    await eventually(() => expect(numbered()).toEqual(['early.number', 'late.number']));
    console_.close();
  });

  it('ends within five seconds when the session is over', async () => {
    const { body } = await (await house.as('d.reviewer')).get('/me').expect(200);
    const console_ = await Console.open(house.url, (await house.as('d.reviewer')).token);
    const system = await house.as('d.system_administrator');
    const officer = (await system.get('/officers?pageSize=200').expect(200)).body.items.find(
      (each: { id: string }) => each.id === body.officer.id,
    );
    await system.patch(`/officers/${officer.id}`, { active: false }, officer.version).expect(200);
    await eventually(() => expect(console_.ended).toBe(true), 5_000);
  });
});
