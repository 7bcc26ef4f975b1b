/** What was tried and taken in lately, by whom and when. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Time } from '../parts/time';
import { Wide } from '../parts/wide';
import { type IntakesOf, intakesQuery } from './intake-data';

interface Props {
  readonly of: IntakesOf;
  readonly onOpen: (id: string) => void;
}

export function Earlier({ of, onOpen }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(intakesQuery(of));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('intake.earlier')}</h2>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('intake.file')}</th>
              <th scope="col">{t('intake.state')}</th>
              <th scope="col">{t('intake.result')}</th>
              <th scope="col">{t('intake.by')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ id, fileName, status, dryRun, startedByName, askedAt, ...counted }) => (
              <tr key={id}>
                <th scope="row">
                  <button type="button" className="plain" onClick={() => onOpen(id)}>
                    {fileName}
                  </button>
                </th>
                <td>
                  {t(dryRun ? 'intake.try' : 'intake.take')} {t(`intake.status.${status}`)}
                </td>
                <td className="words">{t('intake.tally', counted)}</td>
                <td>
                  {startedByName} <Time at={askedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
