/** Whether the page is just being printed: then everything is drawn, not only what is in sight. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export function usePaper(): boolean {
  const [paper, setPaper] = useState(false);
  useEffect(() => {
    // at once: the browser lays the page out for paper as soon as this has returned
    const before = () => flushSync(() => setPaper(true));
    const after = () => setPaper(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return paper;
}
