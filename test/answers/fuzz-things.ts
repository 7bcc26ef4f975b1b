/** Things in the state that a deed asks for, each made anew by those whose work it is. */
import { caseSource, sendingProgram, theirCase } from '../support/case';
import { judgedScheme } from '../support/publication';
import { courseDefinition, movedTo } from '../support/course';
import { definitionOf } from '../support/indicator';
import { members, memberForm } from '../support/form';
import type { Door, House } from '../support/house';
import { visit } from '../support/ledger';
import { picture } from '../support/picture';
import { codeOf } from '../support/register';
import { memberTask } from '../support/task';

export type Place = 'D' | 'A' | 'A1';

export const doorOf = { D: 'district', A: 'subdistrict', A1: 'community' } as const;
export const above = { D: 'D', A: 'D', A1: 'A' } as const;
export const below = { D: 'A', A: 'A1', A1: 'A1' } as const;

/** One criterion that the office judges: scored at once, and published when all are scored. */
const judged = {
  fullMarks: '100',
  parts: [
    { code: 'B', name: '工作', marks: '100', criteria: [{ ...judgedScheme.parts[1]?.criteria[0], marks: '100' }] },
  ],
};

export class Things {
  private no = 0;
  private year = 2_025;
  private city: Promise<Door> | undefined;

  constructor(readonly house: House) {}

  as(code: Place, role = 'administrator'): Promise<Door> {
    return this.house.as(`${code}.${role}`.toLowerCase());
  }

  union = (code: Place): string => this.house.district.unions[code];

  /** Never the same twice. */
  next = (): number => (this.no += 1);

  async made(code: Place, path: string, body: object = {}, role?: string): Promise<string> {
    const answer = await (await this.as(code, role)).post(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path} by ${code}: ${answer.status} ${answer.text}`);
    return answer.body.id ?? answer.body.task?.id ?? '';
  }

  async file(code: Place, path: string, role?: string): Promise<string> {
    const call = (await this.as(code, role)).post(`${path}/evidence`).attach('file', await picture(), '现场.jpg');
    return (await call.expect(201)).body.id;
  }

  task = (): Promise<string> => this.made('D', '/district/tasks', memberTask);

  /** Of a fresh task, that those above may divide: theirs, and the part that was given. */
  async share(code: Place): Promise<[parent: string, share: string]> {
    const over = above[code];
    const parent = over === 'D' ? await this.task() : await this.signed(over);
    return [parent, await this.given(code, parent)];
  }

  private async given(code: Place, parent: string): Promise<string> {
    const shares = [{ unionId: this.union(code), target: '20' }];
    const office = await this.as(above[code]);
    const { body } = await office
      .post(`/${doorOf[above[code]]}/tasks/${parent}/shares`, { shares, shortfallReason: '其余待定' })
      .expect(201);
    return body.shares[0].id;
  }

  async signed(code: Place): Promise<string> {
    const [, share] = await this.share(code);
    await this.made(code, `/${doorOf[code]}/tasks/${share}/signature`);
    return share;
  }

  async draft(code: Place): Promise<string> {
    return this.made(code, `/${doorOf[code]}/tasks/${await this.signed(code)}/reports`, { done: '1' });
  }

  async handedIn(code: Place): Promise<string> {
    const report = await this.draft(code);
    await this.made(code, `/${doorOf[code]}/reports/${report}/submission`);
    return report;
  }

  async extension(code: Place): Promise<string> {
    const tasks = [{ taskId: await this.signed(code), proposedOn: '2027-01-15' }];
    const { body } = await (await this.as(code)).post(`/${doorOf[code]}/extensions`, { tasks, reason: '企业搬迁' });
    return body.items[0].id;
  }

  async order(code: Place, upTo: 'issued' | 'signed' | 'answered' = 'issued'): Promise<string> {
    const given = { unionId: this.union(code), title: '限期整改', requirement: '请查明原因', limitOn: '2026-08-01' };
    const id = await this.made(above[code], `/${doorOf[above[code]]}/orders`, given);
    if (upTo !== 'issued') await this.made(code, `/${doorOf[code]}/orders/${id}/signature`);
    if (upTo === 'answered') await this.made(code, `/${doorOf[code]}/orders/${id}/answer`, { measures: '已核对' });
    return id;
  }

  scheme(code: Place, definition: object = courseDefinition): Promise<string> {
    return this.made(code, `/${doorOf[code]}/schemes`, { year: 2026, title: '考核', definition });
  }

  async assessment(code: Place, to: 'self_score' | 'review' | 'final' = 'self_score'): Promise<string> {
    const id = await this.judging(code, courseDefinition);
    const at = `/${doorOf[code]}/assessments/${id}`;
    if (to !== 'self_score') await movedTo(await this.as(code), at, to);
    return id;
  }

  async judging(code: Place, definition: object = judged): Promise<string> {
    return this.made(code, `/${doorOf[code]}/assessments`, { schemeId: await this.scheme(code, definition) });
  }

  async allJudged(code: 'D' | 'A'): Promise<string> {
    const id = await this.judging(code);
    const { A, B, A1, A2 } = this.house.district.unions;
    for (const each of code === 'D' ? [A, B] : [A1, A2])
      await (
        await this.as(code)
      )
        .put(`/${doorOf[code]}/assessments/${id}/score-sheets/${each}/scores/B1`, { points: '50', reason: '评定' })
        .expect(200);
    return id;
  }

  async published(code: 'D' | 'A'): Promise<string> {
    const id = await this.allJudged(code);
    await this.made(code, `/${doorOf[code]}/assessments/${id}/publication`);
    return id;
  }

  async appeal(code: 'A' | 'A1'): Promise<[assessment: string, appeal: string]> {
    const assessmentId = await this.published(above[code]);
    const body = { assessmentId, criteria: ['B1'], reason: '请复核' };
    return [assessmentId, await this.made(code, `/${doorOf[code]}/appeals`, body)];
  }

  async enterprise(code: Place): Promise<string> {
    const no = 1_000 + this.next();
    const lies = code === 'D' ? { unionId: this.union('A') } : {};
    const body = { creditCode: codeOf(no), name: `企业${no}`, kind: 'non_public', ...lies };
    return this.made(code, `/${doorOf[code]}/enterprises`, body);
  }

  async verification(code: 'A' | 'A1'): Promise<string> {
    const proposal = { enterpriseIds: [await this.enterprise(code)], finding: 'abnormal', reason: '已停业' };
    const { body } = await (await this.as(code, 'reporter')).post(`/${doorOf[code]}/verifications`, proposal);
    return body.items[0].id;
  }

  async witnessed(code: 'A' | 'A1'): Promise<string> {
    const id = await this.verification(code);
    await this.file(code, `/${doorOf[code]}/verifications/${id}`, 'reporter');
    return id;
  }

  async ledgerEntry(ledger: string, upTo: 'draft' | 'submitted' | 'accepted' = 'draft'): Promise<string> {
    const values = { ...visit, heldOn: '2026-06-25' };
    const id = await this.made('A', `/ledgers/${ledger}/entries`, { values }, 'reporter');
    if (upTo !== 'draft') await this.made('A', `/ledger-entries/${id}/submission`, {}, 'reporter');
    if (upTo === 'accepted') await this.made('D', `/ledger-entries/${id}/acceptance`);
    return id;
  }

  form(): Promise<string> {
    const owedBy = { tiers: ['subdistrict'], under: [], unions: [] };
    return memberForm(this.house, { owedBy }, { code: `form-${this.next()}`, firstPeriod: '2026-06' });
  }

  async formReturn(upTo: 'draft' | 'submitted' | 'accepted' = 'draft'): Promise<string> {
    const at = `/forms/${await this.form()}/periods/2026-06/returns`;
    const id = await this.made('A', at, { values: members }, 'reporter');
    if (upTo !== 'draft') await this.made('A', `/form-returns/${id}/submission`, {}, 'reporter');
    if (upTo === 'accepted') await this.made('D', `/form-returns/${id}/acceptance`);
    return id;
  }

  indicator(): Promise<string> {
    const body = { code: `made-${this.next()}`, definition: definitionOf('1 + 1'), holdsFrom: '2025', reason: '新建' };
    return this.made('D', '/district/indicators', body);
  }

  aim = async (): Promise<object> => ({
    ...{ indicatorId: await this.indicator(), period: '2026', strength: 'floor', direction: 'higher' },
    ...{ definition: AIM, reason: '年度目标' },
  });

  target = async (): Promise<string> => this.made('D', '/district/targets', await this.aim());

  async targetChange(): Promise<string> {
    return this.made('D', `/district/targets/${await this.target()}/changes`, { definition: null, reason: '合并' });
  }

  /** Sent by a platform, and in A's hands. */
  async case(upTo: 'arrived' | 'answered' = 'arrived'): Promise<string> {
    const platform = await (this.city ??= this.platform());
    const number = `C${this.next()}`;
    await platform.put(`/inbound/city/cases/${number}`, theirCase).expect(200);
    const { body } = await (await this.as('A')).get(`/cases?q=${number}`).expect(200);
    const { id } = body.items[0];
    if (upTo === 'answered') await this.made('A', `/cases/${id}/answer`, { answer: '已调解' }, 'reporter');
    return id;
  }

  private async platform(): Promise<Door> {
    const program = await sendingProgram(this.house, 'city.platform');
    await caseSource(this.house, 'city', 'city.platform');
    return program;
  }

  application(): Promise<string> {
    const program = { unionId: this.union('A'), account: `made.${this.next()}`, name: '应用', role: 'reporter' };
    return this.made('D', '/applications', { ...program, purpose: '同步', contact: '王工' }, 'security_administrator');
  }

  async key(): Promise<[application: string, key: string]> {
    const application = await this.application();
    const body = { name: '生产', scopes: ['tasks:read'] };
    return [application, await this.made('D', `/applications/${application}/keys`, body, 'security_administrator')];
  }

  /** A year that nobody has reported on. */
  nextYear = (): number => (this.year -= 1);

  async report(upTo: 'submitted' | 'approved' = 'submitted'): Promise<[id: string, digest: string]> {
    const id = await this.made('D', '/district/annual-report-submissions', { year: this.nextYear() });
    const { body } = await (await this.as('D')).get('/district/annual-report-submissions').expect(200);
    const { digest } = (body.items as { id: string; digest: string }[]).find((each) => each.id === id) ?? {
      digest: '',
    };
    const at = `/district/annual-report-submissions/${id}`;
    if (upTo === 'approved') await this.made('D', `${at}/approval`, { digest }, 'reviewer');
    return [id, digest];
  }

  endpoint(): Promise<string> {
    const hook = { url: 'https://9.9.9.9/hook', description: '数据中台', events: ['task.assigned'] };
    return this.made('D', '/webhook-endpoints', hook);
  }

  unionBelow(): Promise<string> {
    const union = { parentId: this.union('A'), code: `N${this.next()}`, name: '新社区', openedOn: '2026-01-01' };
    return this.made('D', '/unions', union, 'system_administrator');
  }

  officer(): Promise<string> {
    const officer = {
      unionId: this.union('A'),
      account: `new.${this.next()}`,
      name: '新',
      password: 'First-2026-pass',
    };
    return this.made('D', '/officers', officer, 'system_administrator');
  }
}

export const AIM = { value: '10', baseline: null, unions: [], periods: [], shortfallReason: null };
