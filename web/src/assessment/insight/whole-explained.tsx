/** How parts, bonuses, penalties and vetoes add up (总分是怎样得来的), in words and as arithmetic. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { chosen } from '../../i18n/i18n';
import { Counted } from './counted';
import { Entries } from './sources';
import type { SheetOf } from './insight-data';

interface Props {
  sheet: SheetOf;
  explanation: Schemas['ExplanationView'];
}

export function WholeExplained({ sheet, explanation: { whole, parts, sources } }: Props) {
  const { t } = useTranslation();
  const counted = [
    ...whole.lines.flatMap(({ entryIds }) => entryIds),
    ...whole.vetoes.flatMap((veto) => veto.entryIds),
  ];
  return (
    <section className="whole">
      <h2>{t('insight.whole')}</h2>
      <p className="note">{whole.words[chosen()]}</p>
      <table className="grid wraps">
        <thead>
          <tr>
            <th scope="col">{t('insight.part')}</th>
            <th scope="col">{t('insight.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {[...parts, ...whole.lines].map(({ code, name, arithmetic }) => (
            <tr key={`${code} ${name}`}>
              <th scope="row">
                {code} {name}
              </th>
              <td>
                <code className="arithmetic">{arithmetic}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Entries sheet={sheet} entries={sources.entries.filter(({ id }) => counted.includes(id))} />
      <Counted facts={whole.lines.flatMap(({ facts }) => facts)} />
    </section>
  );
}
