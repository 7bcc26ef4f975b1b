/** What was handed in each time (历次报送), side by side: values, who and when, and why it came back. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';
import { Wide } from '../parts/wide';
import { type Definition, submissionsQuery } from './form-data';

type Texts = Readonly<Record<string, string>>;
type Submission = Schemas['FormSubmissionView'];

interface Props {
  readonly id: string;
  readonly definition: Definition;
  /** Shown from so many on: the only one is what stands already. */
  readonly least?: number;
}

export function Submissions({ id, definition: { cells }, least = 2 }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(submissionsQuery(id));
  if (data === undefined || data.items.length < least) return null;
  const { items } = data;
  return (
    <>
      <h3>{t('forms.submissions')}</h3>
      <p className="hint">{t('forms.submissionsHint')}</p>
      <Wide>
        <table className="grid form-submissions">
          <thead>
            <tr>
              <th>{t('forms.cell')}</th>
              {items.map(({ at, by, outcome }, no) => (
                <th key={`${no} ${at}`} className="right">
                  <Time at={at} /> {by}
                  <br />
                  {t(`forms.outcome.${outcome}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map(({ key, name, unit }) => (
              <tr key={key}>
                <th scope="row">{`${name}（${unit}）`}</th>
                {items.map((item, no) => (
                  <Value key={`${no} ${item.at}`} of={key} item={item} before={items[no + 1]} />
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('forms.returnedWhy')}</th>
              {items.map(({ at, reason, decidedBy }, no) => (
                <td key={`${no} ${at}`} className="words">
                  {reason !== null && `${reason}（${decidedBy}）`}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Wide>
    </>
  );
}

/** Marked where it is not what it was the time before. */
function Value({ of, item, before }: { of: string; item: Submission; before: Submission | undefined }) {
  const { t } = useTranslation();
  const said = ({ values, missing }: Submission): string => {
    const [value, reason] = [(values as Texts)[of], (missing as Texts)[of]];
    if (value !== undefined) return amount(value);
    return reason === undefined ? t('forms.left') : t('forms.leftFor', { reason });
  };
  const now = said(item);
  const moved = before !== undefined && said(before) !== now;
  return <td className="right words">{moved ? <mark title={t('forms.movedSince')}>{now}</mark> : now}</td>;
}
