/** Cases, webhooks, robots, unions, officers and programs in the state that each deed asks for. */
import { visit } from '../support/ledger';
import { type Made, parts, only, byA, byD, past } from './fuzz-made';

const security = 'D.security_administrator';
const system = 'D.system_administrator';
export const platform: Record<string, Made> = {
  'post cases/{id}/assignment': async (t) => ({
    ...{ by: 'A.administrator', parts: [await t.case()], body: { unionId: t.union('A1') } },
  }),
  'post cases/{id}/handback': byA((t) => t.case()),
  'post cases/{id}/answer': byA((t) => t.case()),
  'post cases/{id}/return': byD((t) => t.case('answered'), 'reviewer'),
  'post cases/{id}/closure': byD((t) => t.case('answered'), 'reviewer'),
  'post case-sources': async (t) => {
    const account = `source.${t.next()}`;
    const program = { unionId: t.union('D'), account, name: '平台', role: 'administrator' };
    await t.made('D', '/applications', { ...program, purpose: '来件', contact: '王工' }, 'security_administrator');
    return { body: { account, code: `source-${t.next()}` } };
  },
  'put case-sources/{id}': only({ account: 'platform' }),
  'put ladders/{kind}': only({}, { version: 0 }),
  'put message-templates/{key}': only({}, { version: 0 }),
  'put light-rule': only({}, { version: 0 }),
  'put annual-report-template': only({}, { version: 0 }),
  'put ledgers/{type}/entries/by-code/{code}': only({ day: undefined, values: { ...visit, heldOn: '2026-06-25' } }),
  'put robots/{id}': only({ address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=9z8y', secret: undefined }),
  'post webhook-endpoints': only({ url: 'https://9.9.9.9/hook' }),
  'put webhook-endpoints/{id}': only({ url: 'https://9.9.9.9/hook' }),
  'post webhook-endpoints/{id}/replays': only({ fromNumber: 1, toNumber: 1 }),
  'delete webhook-endpoints/{id}/old-secret': byD(async (t) => {
    const id = await t.endpoint();
    await t.made('D', `/webhook-endpoints/${id}/secrets`);
    return id;
  }),
  'post webhook-endpoints/{id}/resumption': byD(async (t) => {
    const id = await t.endpoint();
    await t.made('D', `/webhook-endpoints/${id}/pause`);
    return id;
  }),
  'post webhook-hosts': async (t) => ({ body: { port: 8_000 + t.next() } }),
  'post me/messages/{id}/reading': only({}, { by: 'D.administrator' }),
  'post unions': async (t) => ({ body: { parentId: t.union('A'), code: `N${t.next()}` } }),
  'patch unions/{id}': parts((t) => t.unionBelow()),
  'put unions/{id}/placement': async (t) => ({
    parts: [await t.unionBelow()],
    body: { parentId: t.house.district.unions.B, since: past },
  }),
  'put unions/{id}/closure': parts((t) => t.unionBelow(), { body: { closedOn: past } }),
  'put unions/{id}/leader': async (t) => ({ parts: [t.union('A')], body: { officerId: await t.officer() } }),
  'delete unions/{id}/leader': async (t) => ({ parts: [t.union('A1')] }),
  'post officers': async (t) => ({ body: { unionId: t.union('A'), account: `new.${t.next()}` } }),
  'patch officers/{id}': async (t) => ({ parts: [await t.officer()], body: { unionId: t.union('A1') }, by: system }),
  'put officers/{id}/role': parts((t) => t.officer(), { by: security }),
  'put officers/{id}/password': parts((t) => t.officer(), { by: system }),
  'post applications': async (t) => ({ body: { unionId: t.union('A'), account: `new.app${t.next()}` } }),
  'patch applications/{id}': parts((t) => t.application()),
  'post applications/{id}/keys': parts((t) => t.application()),
  'patch applications/{id}/keys/{keyId}': parts((t) => t.key()),
  'delete applications/{id}/keys/{keyId}': parts((t) => t.key()),
  'post applications/{id}/keys/{keyId}/rotation': parts((t) => t.key()),
};
