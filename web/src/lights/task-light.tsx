/** The light of a task on its page: why, what is missing, who below makes it so, when it turns, and what it was before. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Light } from '../parts/light';
import { taskLightQuery } from './light-data';
import './lights.css';

type Told = Schemas['TaskLightView'];

export function TaskLight({ task }: { readonly task: Schemas['TaskDetail'] }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(taskLightQuery(task.id));
  if (data === undefined) return null;
  const { light, words, short, unit, pending, withPending, turnsOn, children, history } = data;
  return (
    <section aria-labelledby="light">
      <h2 id="light">{t('lights.title')}</h2>
      <p>
        <Light light={light} /> {i18n.language === 'zh' ? words.zh : words.en}{' '}
        {short !== '0' && t('lights.short', { short: amount(short), unit })}
      </p>
      {withPending !== light && (
        <p>
          {t('lights.withPending', { pending: amount(pending), unit })} <Light light={withPending} />
        </p>
      )}
      {turnsOn !== null && <p className="hint">{t('lights.turnsOn', { day: turnsOn })}</p>}
      {children.length > 0 && <Children shares={children} unit={unit} />}
      {history.length > 0 && <History history={history} unit={unit} />}
    </section>
  );
}

function Children({ shares, unit }: { readonly shares: Told['children']; readonly unit: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('lights.children')}</h3>
      <ul className="changes lit-shares">
        {shares.map(({ taskId, unionName, light, short }) => (
          <li key={taskId}>
            <Link to="/tasks/$id" params={{ id: taskId }}>
              {unionName}
            </Link>{' '}
            <Light light={light} /> {t('lights.short', { short: amount(short), unit })}
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ history, unit }: { readonly history: Told['history']; readonly unit: string }) {
  const { t, i18n } = useTranslation();
  return (
    <details>
      <summary>{t('lights.history', { count: history.length })}</summary>
      <ol className="changes">
        {history.map(({ at, on, light, words, days, done, target, culprits }) => (
          <li key={at}>
            <time dateTime={on}>{on}</time> <Light light={light} /> {t('lights.days', { count: days })} ·{' '}
            {i18n.language === 'zh' ? words.zh : words.en}{' '}
            <span className="hint">
              {amount(done)} / {amount(target)} {unit}
              {culprits.length > 0 &&
                ` · ${culprits.map(({ unionName, short }) => `${unionName} −${amount(short)}`).join('、')}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
