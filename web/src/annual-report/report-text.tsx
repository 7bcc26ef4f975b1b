/** The report as it reads; a figure whose source changed after approval says what it would be now. */
import { useTranslation } from 'react-i18next';
import type { Figure, Report } from './annual-report-data';
import { FigureLink } from './figure-link';

type Parts = Report['sections'][number]['paragraphs'][number]['parts'];

export function ReportText({ report: { title, sections, figures } }: { readonly report: Report }) {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  return (
    <section className="report-text">
      <h2>{title}</h2>
      {sections.map(({ level, heading, paragraphs }, no) => (
        <section key={no}>
          {level === 1 ? <h3>{heading}</h3> : <h4>{heading}</h4>}
          {paragraphs.map(({ parts }, at) => (
            <p key={at}>
              <Sentence parts={parts} byCode={byCode} />
            </p>
          ))}
        </section>
      ))}
    </section>
  );
}

function Sentence({ parts, byCode }: { readonly parts: Parts; readonly byCode: ReadonlyMap<string, Figure> }) {
  const { t } = useTranslation();
  return parts.map(({ text, code }, no) => {
    const figure = code === null ? undefined : byCode.get(code);
    if (figure === undefined || text === '') return text;
    // said once a paragraph, however often the figure is named in it
    const first = parts.findIndex((part) => part.code === code) === no;
    return (
      <span key={no}>
        <FigureLink code={figure.code}>{text}</FigureLink>
        {first && figure.now !== null && (
          <small className="changed">{t('annual.nowIs', { text: figure.now.text })}</small>
        )}
      </span>
    );
  });
}
