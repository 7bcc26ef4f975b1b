/** The draft of a scheme while it is typed: on this computer at every step, upon the version it was begun with. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Schemas } from '../api/client';
import { useMe } from '../api/me';
import { forget, keep, kept } from '../parts/kept';
import { schemeKey } from './kept';
import type { Change, Pen } from './pen';
import type { SchemeDraft } from './scheme-draft';

interface Kept {
  readonly draft: SchemeDraft;
  /** Of the scheme it was typed upon; 0 for a new one. */
  readonly version: number;
}

interface Store {
  readonly draft: SchemeDraft;
  readonly version: number;
  readonly pen: Pen;
  /** It was typed earlier and not saved. */
  readonly restored: boolean;
  /** What was taken out last, to be brought back. */
  readonly takenOut: string | undefined;
  bringBack(): void;
  /** What is typed goes upon the version that stands at the server now. */
  keepMine(): void;
  /** Forgets what was typed. */
  beginAgain(): void;
  saved(): void;
}

export function useSchemeStore(origin: string, start: SchemeDraft, scheme?: Schemas['SchemeView']): Store {
  const { officer } = useMe();
  const key = schemeKey(officer.id, origin);
  const stands = scheme?.version ?? 0;
  const [earlier, setEarlier] = useState(() => kept(key) as Kept | null);
  const [base, setBase] = useState(start);
  const [typed, setTyped] = useState(earlier?.draft ?? null);
  const [version, setVersion] = useState(scheme === undefined ? 0 : (earlier?.version ?? stands));
  const [before, setBefore] = useState<{ draft: SchemeDraft; name: string }>();
  const draft = typed ?? base;
  const latest = useRef(draft);

  useEffect(() => {
    latest.current = draft;
    if (typed !== null) keep(key, { draft: typed, version } satisfies Kept);
  }, [key, draft, typed, version]);

  const pen = useMemo(() => {
    const write = (change: Change) => setTyped((now) => change(now ?? base));
    const takeOut = (change: Change, name: string) => {
      setBefore({ draft: latest.current, name });
      write(change);
    };
    return { write, takeOut };
  }, [base]);

  return {
    draft,
    version,
    pen,
    restored: earlier !== null,
    takenOut: before?.name,
    bringBack() {
      if (before !== undefined) setTyped(before.draft);
      setBefore(undefined);
    },
    keepMine: () => setVersion(stands),
    beginAgain() {
      forget(key);
      setBase(start);
      setTyped(null);
      setVersion(stands);
      setEarlier(null);
      setBefore(undefined);
    },
    saved: () => forget(key),
  };
}
