/** A figure that shows for a moment that it moved. */
import { useEffect, useRef, useState } from 'react';

export function Moved({ value, children }: { value: string; children: React.ReactNode }) {
  const before = useRef(value);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    setTimes((count) => count + 1);
  }, [value]);
  return (
    <span key={times} className={times > 0 ? 'moved' : undefined}>
      {children}
    </span>
  );
}
