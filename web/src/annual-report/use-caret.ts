/** Where one writes: the field last written in, so that a figure can be put in at its caret. */
import { useRef } from 'react';

type Written = HTMLInputElement | HTMLTextAreaElement;

export interface Caret {
  /** The field that is written in from now on, and how its text is set. */
  readonly at: (element: Written, onValue: (text: string) => void) => void;
  /** Puts words in at the caret; false where no field was written in yet. */
  readonly put: (words: string) => boolean;
}

export function useCaret(): Caret {
  const place = useRef<{ element: Written; onValue: (text: string) => void }>(undefined);
  return {
    at: (element, onValue) => {
      place.current = { element, onValue };
    },
    put: (words) => {
      const { current } = place;
      if (current === undefined || !current.element.isConnected) return false;
      const { element, onValue } = current;
      const { value } = element;
      const [from, to] = [element.selectionStart ?? value.length, element.selectionEnd ?? value.length];
      onValue(value.slice(0, from) + words + value.slice(to));
      // once the field has its new text
      requestAnimationFrame(() => {
        element.focus();
        element.setSelectionRange(from + words.length, from + words.length);
      });
      return true;
    },
  };
}

/** Selects the sign a mistake begins at; lines and columns from 1, counted in whole signs. */
export function goTo(element: Written, line: number, column: number): void {
  const lines = element.value.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const within = [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  element.focus();
  element.setSelectionRange(before + within, Math.min(before + within + 1, element.value.length));
}
