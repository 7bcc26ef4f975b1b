/** The accepted reports behind a task's figure, each with its way and evidence. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import type { Tier } from '../api/me';
import { amount } from '../parts/amount';
import { useWords } from '../parts/states';
import { Conversation } from '../tasks/conversation';
import { reportQuery } from '../tasks/task-data';

/** Each is read by itself, so not all of a district's at once. */
const AT_ONCE = 10;

export function AcceptedReports({ tier, ids }: { tier: Tier; ids: readonly string[] }) {
  const { t } = useTranslation();
  const [most, setMost] = useState(AT_ONCE);
  return (
    <>
      {ids.slice(0, most).map((id) => (
        <Report key={id} tier={tier} id={id} />
      ))}
      {ids.length > most && (
        <button type="button" className="plain" onClick={() => setMost(most + AT_ONCE)}>
          {t('assessment.moreReports', { count: ids.length - most })}
        </button>
      )}
    </>
  );
}

function Report({ tier, id }: { tier: Tier; id: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const report = useQuery(reportQuery(tier, id));
  if (report.isPending) return <p className="hint">{t('said.loading')}</p>;
  if (report.data === undefined) {
    const gone = report.error instanceof Problem && report.error.status === 404;
    return <p className="hint">{gone ? t('assessment.outOfReach') : words(report.error)}</p>;
  }
  const { unionName, asOf, done, unit, no } = report.data;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {unionName} · {t('report.no', { no })} · {asOf} · {amount(done)} {unit}
      </summary>
      {open && <Conversation tier={tier} id={id} />}
    </details>
  );
}
