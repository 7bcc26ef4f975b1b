/** Changes in the tree of criteria: the list below a part or a group, wherever it stands. */
import type { Change } from './pen';
import { isGroupDraft, type NodeDraft } from './scheme-draft';

type ListChange = (list: readonly NodeDraft[]) => readonly NodeDraft[];

/** Changes the list directly below the part or group with this key. */
export const below =
  (ownerId: string, change: ListChange): Change =>
  (draft) => ({
    ...draft,
    parts: draft.parts.map((part) => {
      const criteria = part.id === ownerId ? change(part.criteria) : within(part.criteria, ownerId, change);
      return criteria === part.criteria ? part : { ...part, criteria };
    }),
  });

/** What does not change stays the same object, so that only what is typed upon is drawn anew. */
function within(list: readonly NodeDraft[], ownerId: string, change: ListChange): readonly NodeDraft[] {
  let changed = false;
  const next = list.map((node) => {
    if (!isGroupDraft(node)) return node;
    const criteria = node.id === ownerId ? change(node.criteria) : within(node.criteria, ownerId, change);
    if (criteria === node.criteria) return node;
    changed = true;
    return { ...node, criteria };
  });
  return changed ? next : list;
}
