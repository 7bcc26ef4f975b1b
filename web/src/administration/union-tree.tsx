/** The tree of unions, walked by the keyboard: arrows, Home, End; Enter chooses. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from './tree';
import type { Union } from './union-data';

interface Props {
  readonly rows: readonly Row<Union>[];
  readonly open: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onChoose: (id: string) => void;
}

export function UnionTree({ rows, open, chosen, onToggle, onChoose }: Props) {
  const { t } = useTranslation();
  const [at, setAt] = useState(chosen);
  const list = useRef<HTMLUListElement>(null);
  const walked = useRef(false);
  const index = Math.max(
    0,
    rows.findIndex(({ union }) => union.id === at),
  );
  const current = rows[index];
  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });
  const go = (id: string | null | undefined) => {
    if (!id) return;
    walked.current = true;
    setAt(id);
  };
  const keys: Record<string, (row: Row<Union>) => void> = {
    ArrowDown: () => go(rows[index + 1]?.union.id),
    ArrowUp: () => go(rows[index - 1]?.union.id),
    Home: () => go(rows[0]?.union.id),
    End: () => go(rows.at(-1)?.union.id),
    ArrowRight: ({ union, children }) => {
      if (children.length > 0 && !open.has(union.id)) onToggle(union.id, true);
      else go(children[0]?.union.id);
    },
    ArrowLeft: ({ union, parent, children }) => {
      if (children.length > 0 && open.has(union.id)) onToggle(union.id, false);
      else go(parent);
    },
    Enter: ({ union }) => onChoose(union.id),
    ' ': ({ union }) => onChoose(union.id),
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || current === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(current);
  };
  return (
    <ul ref={list} className="tree" role="tree" aria-label={t('administration.menu.unions')} onKeyDown={press}>
      {rows.map(({ union, children, below, level, place, of }) => (
        <li
          key={union.id}
          role="treeitem"
          aria-level={level}
          aria-posinset={place}
          aria-setsize={of}
          aria-expanded={children.length === 0 ? undefined : open.has(union.id)}
          aria-selected={union.id === chosen}
          tabIndex={union.id === current?.union.id ? 0 : -1}
          style={{ paddingLeft: `${(level - 1) * 20 + 8}px` }}
          onFocus={() => setAt(union.id)}
          onClick={() => onChoose(union.id)}
        >
          <span
            aria-hidden
            className="twist"
            onClick={(event) => {
              event.stopPropagation();
              if (children.length > 0) onToggle(union.id, !open.has(union.id));
            }}
          >
            {children.length === 0 ? '' : open.has(union.id) ? '▾' : '▸'}
          </span>
          {union.name} <small>{union.code}</small>
          {below > 0 && <small> · {t('administration.union.below', { count: below })}</small>}
        </li>
      ))}
    </ul>
  );
}
