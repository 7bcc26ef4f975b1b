/** A value once it has stood still for a moment: what is typed is asked about when nobody types. */
import { useEffect, useState } from 'react';

export function useLater<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
    // by what it says: a new object of the same words is no change
  }, [said, milliseconds]);
  return settled;
}
