/** When a finding about an enterprise can be proposed and accepted (企业核查规则). Pure. Source: product rule "Verified denominators". */
import type { Standing } from '../../events/enterprise-body';
import type { Words } from '../../kernel/errors';

/** Why not: a code and words; null where nothing stands against it. */
export type Fault = { readonly code: string; readonly words: Words } | null;

interface Subject {
  readonly standing: Standing;
  readonly closedOn: string | null;
  /** Whether a proposal waits already. */
  readonly open: boolean;
}

export function faultOfProposal({ standing, closedOn, open }: Subject, finding: Standing): Fault {
  if (closedOn !== null) return fault('enterprise.closed', '该企业已注销。', 'This enterprise is closed.');
  if (open) return fault('verification.open', '该企业已有待审的核查。', 'A verification of it waits already.');
  if (standing !== finding) return null;
  return fault('verification.same', '核查结论与现状相同。', 'It stands so already.');
}

interface Proposed {
  readonly status: 'proposed' | 'accepted' | 'refused' | 'withdrawn';
  readonly finding: Standing;
  readonly proposedBy: string;
  readonly files: number;
}

/** What rules an enterprise out needs evidence and a second person; so does what takes it back, but for the evidence. */
export function faultOfDecision(
  { status, finding, proposedBy, files }: Proposed,
  officerId: string,
  { outcome, reason = '' }: { readonly outcome: 'accepted' | 'refused'; readonly reason?: string },
): Fault {
  if (status !== 'proposed') return decidedAlready;
  if (proposedBy === officerId)
    return fault(
      'verification.samePerson',
      '提请人不能审定自己提请的核查。',
      'Nobody decides what he proposed himself.',
    );
  if (outcome === 'refused' && reason.trim() === '')
    return fault('verification.reason', '不予认定时须说明理由。', 'Say why it is refused.');
  if (outcome === 'accepted' && finding !== 'normal' && files === 0)
    return fault('verification.noEvidence', '没有佐证材料，不能认定。', 'Without evidence it cannot be accepted.');
  return null;
}

const fault = (code: string, zh: string, en: string): NonNullable<Fault> => ({ code, words: { zh, en } });

export const decidedAlready = fault(
  'verification.decided',
  '该核查已有结论或已撤回。',
  'This verification is decided or taken back already.',
);
