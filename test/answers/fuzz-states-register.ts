/** Orders, interviews, enterprises and their verifications in the state that each deed asks for. */
import { codeOf } from '../support/register';
import { type Made, parts, lower, own, past, TODAY } from './fuzz-made';
import { below, doorOf } from './fuzz-things';

export const supervision: Record<string, Made> = {
  'post orders': async (t, code) => ({ body: { unionId: t.union(below[code]), taskId: undefined } }),
  'post orders/{id}/signature': parts((t, code) => t.order(code)),
  'post orders/{id}/answer': parts((t, code) => t.order(code, 'signed')),
  'post orders/{id}/evidence': parts((t, code) => t.order(code, 'signed')),
  'delete orders/{id}/evidence/{evidenceId}': parts(async (t, code) => {
    const id = await t.order(code, 'signed');
    return [id, await t.file(code, `/${doorOf[code]}/orders/${id}`)];
  }),
  'post orders/{id}/review': parts((t, code) => t.order(lower(code), 'answered')),
  'post orders/{id}/degree': parts((t, code) => t.order(lower(code))),
  'post orders/{id}/withdrawal': parts((t, code) => t.order(lower(code))),
  'post interviews': async (t, code) => ({
    body: { unionId: t.union(below[code]), orderId: await t.order(lower(code)), heldOn: past },
  }),
};

export const register: Record<string, Made> = {
  'post enterprises': async (t, code) => ({
    body: { creditCode: codeOf(5_000 + t.next()), ...(code === 'D' ? { unionId: t.union('A') } : {}) },
  }),
  'patch enterprises/{id}': async (t, code) => ({
    parts: [await t.enterprise(code)],
    body: { creditCode: codeOf(5_000 + t.next()), since: past },
  }),
  'put enterprises/{id}/headcount': parts((t, code) => t.enterprise(code)),
  'put enterprises/{id}/placement': async (t, code) => ({
    parts: [await t.enterprise(code)],
    body: { unionId: code === 'A1' ? t.house.district.unions.A2 : t.union('A1'), since: TODAY },
  }),
  'put enterprises/{id}/closure': parts((t, code) => t.enterprise(code), { body: { closedOn: TODAY } }),
  'post verifications': async (t, code) => ({ body: { enterpriseIds: [await t.enterprise(code)] } }),
  'delete verifications/{id}': parts((t, code) => t.verification(own(code))),
  'post verifications/{id}/evidence': parts((t, code) => t.verification(own(code))),
  'delete verifications/{id}/evidence/{evidenceId}': parts(async (t, code) => {
    const id = await t.verification(own(code));
    return [id, await t.file(code, `/${doorOf[code]}/verifications/${id}`)];
  }),
  'post verifications/decisions': async (t, code) => {
    const decision = { verificationId: await t.witnessed(lower(code)), outcome: 'accepted', reason: '属实' };
    return { body: { decisions: [decision] } };
  },
};
