/** 企业核查: what waits for a decision, decided many at once; and what the own union proposed. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower, isUpper } from '../api/doors';
import { useMay, useMe, useTier } from '../api/me';
import { deskKey } from '../desk/desk';
import { Field } from '../parts/field';
import { Pages } from '../parts/pages';
import { Loading, Wrong, useWords } from '../parts/states';
import { Wide } from '../parts/wide';
import { registerKey, SIZE, type VerificationsOf, verificationsQuery } from './data';
import { lowerDoors, readDoors, upperDoors } from './doors';
import './register.css';
import { Rooms } from './rooms';

type Verification = Schemas['VerificationView'];

export function Verifications() {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/verifications' });
  const decides = isUpper(tier) && may('verification.decide');
  const kinds: readonly VerificationsOf[] = [
    ...(decides ? (['toDecide'] as const) : []),
    ...(isLower(tier) ? (['own'] as const) : []),
    'all',
  ];
  const of = search.of ?? kinds[0] ?? 'all';
  const page = search.page ?? 1;
  const list = useQuery(verificationsQuery(tier, of, page));
  const go = (next: object) => void navigate({ to: '/verifications', search: { of, ...next } });
  return (
    <div className="register">
      <h1>{t('register.verifications')}</h1>
      <Rooms />
      <div className="filters" role="group" aria-label={t('register.verifications')}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            aria-pressed={kind === of}
            type={kind === of ? 'primary' : 'default'}
            onClick={() => go({ of: kind })}
          >
            {t(`register.of.${kind}`)}
          </Button>
        ))}
      </div>
      {list.isPending && <Loading />}
      {list.data === undefined && !list.isPending && <Wrong error={list.error} />}
      {list.data !== undefined && (
        <>
          <Table key={`${of} ${page}`} items={list.data.items} decides={of === 'toDecide'} />
          <Pages
            page={page}
            size={SIZE}
            total={list.data.total}
            words={t('supervision.total', { count: list.data.total })}
            onPage={(next) => go({ page: next })}
          />
        </>
      )}
    </div>
  );
}

function Table({ items, decides }: { readonly items: readonly Verification[]; readonly decides: boolean }) {
  const { t } = useTranslation();
  const tier = useTier();
  const me = useMe();
  const client = useQueryClient();
  const words = useWords();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const again = () => Promise.all([registerKey, deskKey].map((queryKey) => client.invalidateQueries({ queryKey })));
  const decide = useMutation({
    mutationFn: async (outcome: 'accepted' | 'refused') => {
      if (!isUpper(tier)) return;
      const said = reason.trim() === '' ? {} : { reason };
      const decisions = [...chosen].map((verificationId) => ({ verificationId, outcome, ...said }));
      await got(api.POST(upperDoors[tier].decisions, { body: { decisions } }));
    },
    onSuccess: (_, outcome) => {
      void message.success(t(`register.decided.${outcome}`, { count: chosen.size }));
      setChosen(new Set());
      setReason('');
    },
    onSettled: again,
  });
  const withdraw = useMutation({
    mutationFn: async (id: string) => {
      if (isLower(tier))
        await got(
          api.DELETE(lowerDoors[tier].verification, { params: { path: { id } } }) as Promise<{ response: Response }>,
        );
    },
    onError: (error) => void message.error(words(error)),
    onSettled: again,
  });
  const open = items.filter(({ proposedBy }) => proposedBy !== me.officer.id);
  const all = open.length > 0 && open.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  if (items.length === 0) return <p className="hint">{t('register.noVerification')}</p>;
  return (
    <>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              {decides && (
                <th scope="col">
                  <Checkbox
                    aria-label={t('supervision.chooseAll')}
                    checked={all}
                    indeterminate={!all && chosen.size > 0}
                    onChange={() => setChosen(all ? new Set() : new Set(open.map(({ id }) => id)))}
                  />
                </th>
              )}
              <th scope="col">{t('register.name')}</th>
              <th scope="col">{t('register.proposer')}</th>
              <th scope="col">{t('register.conclusion')}</th>
              <th scope="col">{t('register.reason')}</th>
              <th scope="col">{t('register.evidence')}</th>
              <th scope="col">{t('register.state')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <tr key={each.id}>
                {decides && (
                  <td>
                    <Checkbox
                      aria-label={t('register.choose', { name: each.enterpriseName })}
                      disabled={each.proposedBy === me.officer.id}
                      checked={chosen.has(each.id)}
                      onChange={() => toggle(each.id)}
                    />
                  </td>
                )}
                <th scope="row">
                  <Link to="/enterprises/$id" params={{ id: each.enterpriseId }}>
                    {each.enterpriseName}
                  </Link>
                </th>
                <td>
                  {each.unionName} {each.proposedByName}
                </td>
                <td>{t(`register.finding.${each.finding}`)}</td>
                <td className="words">{each.reason}</td>
                <td>
                  {each.evidence.map(({ id, name }) => (
                    <div key={id}>
                      <a href={readDoors[tier].file.replace('{id}', each.id).replace('{evidenceId}', id)} download>
                        {name}
                      </a>
                    </div>
                  ))}
                  {each.evidence.length === 0 && '—'}
                </td>
                <td className="words">
                  {t(`register.verification.${each.status}`)} {each.decidedOn} {each.decidedByName}{' '}
                  {each.decisionReason}
                  {!decides && each.status === 'proposed' && each.unionId === me.union.id && (
                    <Button size="small" onClick={() => withdraw.mutate(each.id)}>
                      {t('register.takeBack')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {decides && (
        <div className="propose no-print">
          <Field label={t('register.opinion')}>
            {(given) => (
              <Input {...given} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
          {decide.error !== null && <Alert type="error" showIcon role="alert" title={words(decide.error)} />}
          <div className="deeds">
            <Button
              type="primary"
              disabled={chosen.size === 0}
              loading={decide.isPending}
              onClick={() => decide.mutate('accepted')}
            >
              {t('register.accept', { count: chosen.size })}
            </Button>
            <Button
              disabled={chosen.size === 0 || reason.trim() === ''}
              loading={decide.isPending}
              onClick={() => decide.mutate('refused')}
            >
              {t('register.refuse', { count: chosen.size })}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
