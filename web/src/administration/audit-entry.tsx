/** One entry of the audit trail: who, from where, and before and after side by side. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { exact } from '../parts/amount';
import { type Entry, useDeedWords } from './audit-data';
import { changesOf } from './changes';
import { Fact } from './fact';
import { useUnionName } from './union-data';
import { unionKinds } from './union-size';
import { Wide } from '../parts/wide';

interface Props {
  readonly entry: Entry;
  readonly onSubject: (id: string) => void;
  readonly onClose: () => void;
}

const fields = [
  'account',
  'active',
  'code',
  'closedOn',
  'day',
  'device',
  'done',
  'dueOn',
  'fromParentId',
  'id',
  'kind',
  'lastError',
  'mustChangePassword',
  'name',
  'network',
  'note',
  'officerId',
  'openedOn',
  'parentId',
  'path',
  'reason',
  'role',
  'status',
  'target',
  'tier',
  'title',
  'unionId',
  'version',
  'weight',
  'workers',
  'working',
] as const;
const roles = [
  'administrator',
  'reporter',
  'reviewer',
  'viewer',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
] as const;

const tiers = ['district', 'subdistrict', 'community'] as const;

export function AuditEntry({ entry, onSubject, onClose }: Props) {
  const { t } = useTranslation();
  const words = useDeedWords();
  const unionName = useUnionName();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const label = (field: string): string => {
    const known = fields.find((one) => one === field);
    return known === undefined ? field : t(`administration.field.${known}`);
  };
  const said = (value: string | null): string => {
    if (value === null || value === '') return '—';
    if (value === 'true' || value === 'false') return t(`administration.audit.${value}`);
    const [role, tier] = [roles.find((one) => one === value), tiers.find((one) => one === value)];
    if (role !== undefined) return t(`role.${role}`);
    const kind = unionKinds.find((one) => one === value);
    if (kind !== undefined) return t(`administration.unionKind.${kind}`);
    if (tier !== undefined) return t(`administration.tier.${tier}`);
    return unionName(value) ?? placeOf(value, unionName);
  };
  const { at, deed, account, network, requestId, keyPrefix, officerId, subjectId, before, after } = entry;
  const lines = changesOf(before, after);
  return (
    <section ref={panel} className="paper entry" tabIndex={-1} aria-label={words(deed)}>
      <h2>
        {words(deed)}
        <span className="grow" />
        <Button size="small" onClick={onClose}>
          {t('administration.audit.close')}
        </Button>
      </h2>
      <dl className="facts">
        <Fact label={t('administration.audit.at')}>{exact(at)}</Fact>
        <Fact label={t('signIn.account')}>{account ?? '—'}</Fact>
        <Fact label={t('administration.session.network')}>{network ?? '—'}</Fact>
        {keyPrefix !== null && <Fact label={t('keys.title')}>sanji_{keyPrefix}_…</Fact>}
        <Fact label={t('administration.audit.request')}>{requestId ?? '—'}</Fact>
        {subjectId !== null && (
          <Fact label={t('administration.audit.subject')}>
            {subjectId === officerId ? account : (unionName(subjectId) ?? subjectId)}{' '}
            <button type="button" className="plain" onClick={() => onSubject(subjectId)}>
              {t('administration.audit.only')}
            </button>
          </Fact>
        )}
      </dl>
      {lines.length === 0 ? (
        <p className="hint">{t('administration.audit.nothing')}</p>
      ) : (
        <Wide>
          <table className="grid changes">
            <thead>
              <tr>
                <th>{t('administration.audit.field')}</th>
                {before !== null && <th>{t('administration.audit.before')}</th>}
                {after !== null && <th>{t('administration.audit.after')}</th>}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ field, before: was, after: is, changed }) => (
                <tr key={field} className={changed ? 'changed' : undefined}>
                  <th scope="row">
                    {label(field)}
                    {changed && <span className="tag tag-none">{t('administration.audit.changed')}</span>}
                  </th>
                  {before !== null && <td>{said(was)}</td>}
                  {after !== null && <td>{said(is)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  );
}

/** A path of the tree (ids without dashes, with dots between) as names from the top; anything else as it is. */
function placeOf(value: string, unionName: (id: string) => string | undefined): string {
  if (!/^[0-9a-f]{32}(\.[0-9a-f]{32})*$/.test(value)) return value;
  const ids = value.split('.').map((label) => label.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  return ids.map((id) => unionName(id) ?? id).join(' › ');
}
