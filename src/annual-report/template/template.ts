/** The words around the figures (报告模板): a title, and headings with paragraphs. */

export interface TemplateSection {
  /** 1: 一、; 2: （一）. */
  readonly level: number;
  readonly heading: string;
  /** Each line is a paragraph. */
  readonly text: string;
}

export interface Template {
  readonly title: string;
  readonly sections: readonly TemplateSection[];
}

/** As they are read, one after another. */
export const linesOf = ({ title, sections }: Template): string[] => [
  title,
  ...sections.flatMap((section) => [section.heading, ...paragraphsOf(section)]),
];

export const paragraphsOf = ({ text }: TemplateSection): string[] =>
  text.split('\n').filter((line) => line.trim() !== '');
