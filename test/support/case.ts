/** A platform that sends cases: its program with a key, and the mapping the district keeps for it. */
import { openDoor, type Door, type House } from './house';

export const caseMapping = {
  fields: {
    title: 'data.title',
    content: 'data.content',
    kind: 'data.type',
    area: 'data.areaCode',
    occurredAt: 'data.eventTime',
    receivedAt: 'data.acceptTime',
    dueOn: 'data.limit',
  },
  kinds: [{ theirs: '0101', kind: 'wages', programme: '维权服务' }],
  areas: [
    { theirs: '440308001', unionCode: 'A' },
    { theirs: '440308002', unionCode: 'B' },
  ],
  statuses: [
    { status: 'received', theirs: '10', words: '已受理' },
    { status: 'assigned', theirs: '20', words: '办理中' },
    { status: 'answered', theirs: '20', words: '办理中' },
    { status: 'returned', theirs: '21', words: '重新办理' },
    { status: 'closed', theirs: '90', words: '已办结' },
  ],
  workingDays: 5,
};

export const theirCase = {
  traceId: 'a-1',
  data: {
    title: '拖欠三个月工资',
    content: '某公司三个月未发工资，联系电话 13812345678，身份证 11010519491231002X。',
    type: '0101',
    areaCode: '440308001',
    eventTime: '2026-11-20 08:00:00',
    acceptTime: '2026-11-24T09:30:00+08:00',
    complainant: { name: '张某', phone: '13812345678' },
  },
};

/** A program of the district with a key of these scopes. */
export async function sendingProgram(
  house: House,
  account: string,
  { scopes = ['cases:read', 'cases:write'], prefix = '' }: { scopes?: string[]; prefix?: string } = {},
): Promise<Door> {
  const security = await house.as(`${prefix}d.security_administrator`);
  const union = await (await house.as(`${prefix}d.administrator`)).get('/me').expect(200);
  const program = { unionId: union.body.union.id, account, name: `平台 ${account}`, role: 'administrator' };
  const made = await security
    .post('/applications', { ...program, purpose: '来件', contact: '省总信息中心' })
    .expect(201);
  const key = await security.post(`/applications/${made.body.id}/keys`, { name: '生产', scopes }).expect(201);
  return openDoor(house.url, key.body.token);
}

export async function caseSource(
  house: House,
  code: string,
  account: string,
  { mapping = caseMapping, prefix = '' }: { mapping?: object; prefix?: string } = {},
): Promise<string> {
  const given = { code, name: '省总职工诉求平台', account, active: true, mapping };
  const { body } = await (await house.as(`${prefix}d.administrator`)).post('/case-sources', given).expect(201);
  return body.id;
}
