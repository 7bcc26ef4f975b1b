/** 佐证材料: files chosen, dropped or pasted; each on its way with its progress, and what went wrong beside it. */
import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { LowerTier } from '../api/doors';
import { useWords } from '../parts/states';
import { EvidenceList, sizeOf } from './evidence-list';
import type { Going, Uploads } from './upload';

interface Props {
  readonly tier: LowerTier;
  readonly rule: Schemas['TaskView']['evidenceRule'];
  readonly open: Schemas['ReportDetail'] | undefined;
  /** The draft's, once there is one: files wait for it. */
  readonly reportId: string | undefined;
  readonly wrong: string | undefined;
  readonly uploads: Uploads;
}

export function EvidenceField({ tier, rule, open, reportId, wrong, uploads }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  const { add } = uploads;
  const dragged = (event: DragEvent, on: boolean) => {
    event.preventDefault();
    setOver(on);
  };
  return (
    <div
      className={over ? 'field drop drop-over' : 'field drop'}
      onDragOver={(event) => dragged(event, true)}
      onDragLeave={(event) => dragged(event, false)}
      onDrop={(event) => {
        dragged(event, false);
        add(event.dataTransfer.files);
      }}
    >
      <label htmlFor={id}>
        {t('report.evidence')} · {t(`report.evidenceRule.${rule}`)}
      </label>
      {open !== undefined && <EvidenceList tier={tier} report={open} removable />}
      <OnTheirWay uploads={uploads} waits={reportId === undefined} />
      <input
        id={id}
        type="file"
        multiple
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-told`}
        onChange={({ target }) => {
          add(target.files ?? []);
          target.value = '';
        }}
      />
      <p id={`${id}-told`} className={wrong === undefined ? 'hint' : 'wrong'} role={wrong && 'alert'}>
        {wrong ?? t('report.dropHelp')}
      </p>
    </div>
  );
}

/** The files that have not arrived. */
export function OnTheirWay({ uploads: { going, retry, drop }, waits }: { uploads: Uploads; waits: boolean }) {
  if (going.length === 0) return null;
  return (
    <ul className="going">
      {going.map((one) => (
        <OnItsWay key={one.key} one={one} waits={waits} onRetry={retry} onDrop={drop} />
      ))}
    </ul>
  );
}

interface OneProps {
  readonly one: Going;
  readonly waits: boolean;
  readonly onRetry: (key: number) => void;
  readonly onDrop: (key: number) => void;
}

function OnItsWay({ one: { key, file, state, percent, error }, waits, onRetry, onDrop }: OneProps) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <li>
      {file.name} <small>{sizeOf(file.size)}</small>{' '}
      {state === 'sending' && (
        <>
          <progress max={100} value={percent} aria-label={t('report.uploading', { name: file.name })} /> {percent}%
        </>
      )}
      {state === 'waiting' && <span className="hint">{waits ? t('report.fileWaits') : t('report.fileNext')}</span>}
      {state === 'offline' && <span className="wrong">{t('report.fileOffline')}</span>}
      {state === 'failed' && (
        <>
          <span className="wrong" role="alert">
            {words(error)}
          </span>{' '}
          <button type="button" className="plain" onClick={() => onRetry(key)}>
            {t('said.retry')}
          </button>
        </>
      )}
      {state !== 'sending' && (
        <button
          type="button"
          className="plain"
          aria-label={`${t('report.remove')} ${file.name}`}
          onClick={() => onDrop(key)}
        >
          ×
        </button>
      )}
    </li>
  );
}
