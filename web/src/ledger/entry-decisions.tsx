/** 批量审核: those of a page that wait for the reader's union are chosen, and accepted or returned in one deed. */
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useDeed } from '../course/use-deed';
import { ledgerKey } from './data';
import { deskKey } from '../desk/desk';
import { ReasonDeed } from '../parts/reason-deed';

export interface Choice {
  /** Ids of those that can be chosen. */
  readonly offered: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly all: boolean;
  readonly choose: (id: string, chosen: boolean) => void;
  readonly chooseAll: (chosen: boolean) => void;
}

interface Props {
  readonly data: Schemas['LedgerEntryList'];
  readonly children: (choice: Choice) => ReactNode;
}

type Decided = Schemas['LedgerDecisionList'];

export function EntryDecisions({ data, children }: Props) {
  const { t } = useTranslation();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [answer, setAnswer] = useState<{ decided: Decided; named: ReadonlyMap<string, string> }>();
  const offered = data.items.filter(({ decidable }) => decidable).map(({ id }) => id);
  const chosen = new Set(offered.filter((id) => marked.has(id)));
  const decide = async (outcome: 'accepted' | 'returned', reason?: string): Promise<void> => {
    const named = new Map(data.items.map(({ id, day, unionName }) => [id, `${day} ${unionName}`]));
    const body = { entryIds: [...chosen], outcome, reason };
    setAnswer({ decided: await got(api.POST('/api/v1/ledger-entries/decisions', { body })), named });
    setMarked(new Set());
  };
  const accept = useDeed({ run: () => decide('accepted'), of: ledgerKey });
  const choice: Choice = {
    ...{ offered, chosen, all: offered.length > 0 && chosen.size === offered.length },
    choose: (id, on) => setMarked(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id))),
    chooseAll: (on) => setMarked(new Set(on ? offered : [])),
  };
  return (
    <>
      {offered.length > 0 && (
        <div className="deeds no-print" role="group" aria-label={t('ledger.decide')}>
          <span aria-live="polite">{t('ledger.chosen', { count: chosen.size, of: offered.length })}</span>
          {chosen.size > 0 && (
            <>
              <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
                {t('ledger.acceptChosen', { count: chosen.size })}
              </Button>
              <ReasonDeed
                open={t('ledger.returnChosen', { count: chosen.size })}
                of={[ledgerKey, deskKey]}
                reason={t('ledger.reason')}
                run={(reason) => decide('returned', reason)}
              />
            </>
          )}
        </div>
      )}
      {answer !== undefined && <Said {...answer} />}
      {children(choice)}
    </>
  );
}

/** How many are decided, and why the others are not. */
function Said({ decided, named }: { readonly decided: Decided; readonly named: ReadonlyMap<string, string> }) {
  const { t, i18n } = useTranslation();
  const refused = decided.items.flatMap(({ entryId, refusal }) => (refusal === null ? [] : [{ entryId, ...refusal }]));
  return (
    <Alert
      type={refused.length === 0 ? 'success' : 'warning'}
      showIcon
      role="status"
      title={
        <>
          {t('ledger.decided', { count: decided.decided })}
          {refused.length > 0 && (
            <>
              {t('ledger.undecided', { count: decided.refused })}
              <ul>
                {refused.map(({ entryId, zh, en }) => (
                  <li key={entryId}>
                    {named.get(entryId)}：{i18n.language === 'en' ? en : zh}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      }
    />
  );
}
