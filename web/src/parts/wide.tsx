/** Room for what may be wider than the page: it scrolls by itself, by keyboard too where there is something to scroll. */
import { type ReactNode, useEffect, useRef, useState } from 'react';

export function Wide({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return undefined;
    const measure = () => setScrolls(current.scrollWidth > current.clientWidth);
    const fit = new ResizeObserver(measure);
    fit.observe(current);
    for (const child of current.children) fit.observe(child);
    return () => fit.disconnect();
  }, []);
  return (
    <div ref={frame} className="wide" tabIndex={scrolls ? 0 : undefined}>
      {children}
    </div>
  );
}
