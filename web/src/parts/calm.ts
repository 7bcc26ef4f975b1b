/** The value once nobody has typed for a moment. */
import { useEffect, useState } from 'react';

const CALM_MS = 400;

export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), CALM_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
