/** 流转记录: a report as the conversation it is: who said what and when, the figure before and after, the reason. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Tier } from '../api/me';
import { TakenFrom } from '../burden/reuse';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { EvidenceList } from './evidence-list';
import { type Said, conversationOf } from './said';
import { reportQuery } from './task-data';

export function Conversation({ tier, id }: { readonly tier: Tier; readonly id: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(reportQuery(tier, id));
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} />;
  const said = conversationOf(data);
  const open = data.status === 'draft' || data.status === 'returned';
  return (
    <>
      {data.takenFrom !== null && (
        <p className="hint">
          <TakenFrom from={data.takenFrom} />
        </p>
      )}
      <ol className="said" aria-label={t('report.way')}>
        {said.map((one) => (
          <Turn key={`${one.at}${one.kind}`} said={one} report={data} />
        ))}
      </ol>
      {said.length === 0 && data.note !== '' && <p className="note">{data.note}</p>}
      {/* while it is being written the form shows its files */}
      {!(open && tier === 'community') && <EvidenceList tier={tier} report={data} />}
    </>
  );
}

function Turn({ said, report }: { readonly said: Said; readonly report: Schemas['ReportDetail'] }) {
  const { t } = useTranslation();
  const { kind, at, officerName, before, done, words, timeliness, below } = said;
  return (
    <li className={below ? 'said-below' : 'said-above'}>
      <p className="said-who">
        <strong>{officerName}</strong> {t(`report.step.${kind as 'submitted'}`)} · <Time at={at} />
        {timeliness && ` · ${t(`report.${timeliness as 'late'}`)}`}
      </p>
      {below && (
        <p className="figure">
          {before === null ? '' : `${amount(before)} → `}
          <strong>
            {amount(done)} {report.unit}
          </strong>
        </p>
      )}
      {words !== '' && <p className={below ? 'note' : 'note reason'}>{words}</p>}
    </li>
  );
}
