/** Words that are sought for: found while one types, a moment after the last letter. */
import { useRouter } from '@tanstack/react-router';
import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface Props {
  readonly value: string | undefined;
  readonly max: number;
  readonly onSeek: (words: string | undefined) => void;
}

const PAUSE_MS = 400;

export function Sought({ value, max, onSeek }: Props) {
  const router = useRouter();
  const [here] = useState(router.latestLocation.pathname);
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => {
    const words = typed.trim();
    if (words === (value ?? '')) return undefined;
    const timer = setTimeout(() => {
      // whoever has chosen something meanwhile is on his way to it
      if (router.latestLocation.pathname === here) onSeek(words === '' ? undefined : words);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSeek, router, here]);
  return <Input type="search" maxLength={max} value={typed} onChange={({ target }) => setTyped(target.value)} />;
}
