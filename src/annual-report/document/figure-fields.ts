/** Figures as fields of the document (域): each shows a document property, which holds what the data say; none is typed. */
import { SimpleField } from 'docx';

export class FigureFields {
  /** By indicator: what was said of it, by the name of the property. */
  private readonly said = new Map<string, Map<string, string>>();

  /** A figure in a paragraph: it looks like the words around it. */
  field(code: string, text: string): SimpleField {
    return new SimpleField(`DOCPROPERTY "${this.nameOf(code, text)}"`, text);
  }

  get properties(): { name: string; value: string }[] {
    return [...this.said.values()].flatMap((texts) => [...texts].map(([value, name]) => ({ name, value })));
  }

  /** The code of the indicator; with a number where more than one thing is said of it. */
  private nameOf(code: string, text: string): string {
    const texts = this.said.get(code) ?? new Map<string, string>();
    this.said.set(code, texts);
    const name = texts.get(text) ?? (texts.size === 0 ? code : `${code} ${texts.size + 1}`);
    texts.set(text, name);
    return name;
  }
}
