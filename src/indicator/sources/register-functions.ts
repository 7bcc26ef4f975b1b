/** `register.count` and `register.sum`: the enterprise register (企业库), gross or verified, as it stands at the end. Pure. */
import type { EnterpriseKind } from '../../events/enterprise-body';
import { recordOf, requireArguments, requireKeys, wordOf } from '../expression/arguments';
import { Mistake } from '../expression/mistake';
import type { Call, Node } from '../expression/syntax';
import type { RegisterAsked } from './asked';

const bases = ['gross', 'verified'] as const;
const kinds = ['non_public', 'public'] as const satisfies readonly EnterpriseKind[];

/** `('unionized', 'verified', {kind: 'non_public'})`; what was ruled out is neither gross nor verified. */
const reader =
  (what: readonly RegisterAsked['what'][], unit: string) =>
  (call: Call): { asked: RegisterAsked; unit: string } => {
    requireArguments(call, 1, 3);
    const [first, ...rest] = call.args;
    if (first === undefined) throw new Mistake('arguments', BASIS, call.place);
    const asked = wordOf(first, what);
    const given = asked === 'excluded' ? rest : rest.slice(1);
    const basis = asked === 'excluded' ? 'gross' : basisOf(rest[0], call);
    const surplus = given[1];
    if (surplus !== undefined) throw new Mistake('arguments', BASIS, surplus.place);
    return { asked: { source: 'register', what: asked, basis, kind: kindOf(given[0]) }, unit };
  };

function basisOf(node: Node | undefined, call: Call): RegisterAsked['basis'] {
  if (node === undefined) throw new Mistake('basis', BASIS, call.place);
  return wordOf(node, bases);
}

function kindOf(node: Node | undefined): EnterpriseKind | null {
  if (node === undefined) return null;
  const entries = recordOf(node);
  requireKeys(entries, ['kind']);
  const kind = entries.get('kind');
  return kind === undefined ? null : wordOf(kind, kinds);
}

export const registerFunctions = {
  'register.count': reader(['preset', 'excluded', 'unionized'], '家'),
  'register.sum': reader(['workers', 'members'], '人'),
};

const BASIS = {
  zh: "应写明口径：'gross'（毛口径）或 'verified'（核实口径）；'excluded' 不分口径。",
  en: "It should say 'gross' or 'verified'; 'excluded' is neither.",
};
