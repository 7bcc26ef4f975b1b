/** Keys that work wherever one is not typing. */
import { useEffect } from 'react';

const typing = 'input:not([type=checkbox]), textarea, select';
/** What Space and Enter already press. */
const pressed = 'button, a, summary, input';

export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const key = event.key === '\uff1f' ? '?' : event.key.toLowerCase();
      if (target instanceof HTMLElement) {
        if (target.matches(typing) || target.closest('dialog') !== null) return;
        if ((key === ' ' || key === 'enter') && target.matches(pressed)) return;
      }
      const deed = keys[key];
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
