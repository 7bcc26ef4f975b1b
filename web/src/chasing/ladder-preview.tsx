/** 预览: who would get what on which day, by the ladder as it stands on the page. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, type Schemas } from '../api/client';
import { Loading, useWords } from '../parts/states';
import { Wide } from '../parts/wide';
import { type Kind, type Step, previewQuery } from './ladder-data';

interface Props {
  readonly kind: Kind;
  readonly steps: Step[];
  readonly taskId: string | undefined;
}

export function LadderPreview({ kind, steps, taskId }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const shown = useDeferredValue(steps);
  const preview = useQuery({ ...previewQuery(kind, shown, taskId), placeholderData: keepPreviousData });
  const none = preview.error instanceof Problem && preview.error.status === 404;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('chasing.tryOut')}</h2>
      {preview.isPending && <Loading />}
      {preview.isError && (
        <p className={none ? 'hint' : 'wrong'}>{none ? t('chasing.noTask') : words(preview.error)}</p>
      )}
      {preview.data !== undefined && <Days preview={preview.data} />}
    </section>
  );
}

function Days({ preview: { title, unionName, dueOn, steps } }: { readonly preview: Schemas['PreviewView'] }) {
  const { t, i18n } = useTranslation();
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <>
      <p>{t('chasing.previewOf', { title, union: unionName, day: dueOn })}</p>
      <Wide>
        <table className="grid ladder-days">
          <thead>
            <tr>
              <th>{t('chasing.day')}</th>
              <th>{t('chasing.step')}</th>
              <th>{t('chasing.who')}</th>
              <th>{t('chasing.channels')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ key, day, certain, why, collapsed, told, officers, more, channels }) => (
              <tr key={key}>
                <th scope="row">
                  {day} {weekday.format(new Date(`${day}T00:00:00Z`))}
                  {!certain && <span className="hint"> {t('chasing.uncertain')}</span>}
                </th>
                <td>
                  {why}
                  {told && ` · ${t('chasing.told')}`}
                </td>
                <td>
                  {collapsed
                    ? t('chasing.collapsed')
                    : officers.map(({ whom, name }) => `${name}（${t(`chasing.whom.${whom}`)}）`).join('、') ||
                      t('chasing.nobody')}
                  {more > 0 && t('chasing.andMore', { count: officers.length + more })}
                </td>
                <td>{channels.map((each) => t(`chasing.channel.${each}`)).join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
