/** 负责考核部门: who scores for each named office; the conductor ticks the officers. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { officesQuery } from './course-data';
import { courseDoors } from './doors';
import { useDeed } from './use-deed';

interface Props {
  tier: UpperTier;
  id: string;
  conducts: boolean;
}

export function Offices({ tier, id, conducts }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(officesQuery(tier, id));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <details className="offices no-print">
      <summary>
        {t('course.offices')} <span className="count">{data.items.length}</span>
      </summary>
      {conducts && <p className="hint">{t('course.officesHelp')}</p>}
      {data.items.map((office) => (
        <Office
          // named anew elsewhere: the ticks follow
          key={`${office.code} ${office.officers.map((one) => one.id).join()}`}
          {...{ tier, id, office, conducts }}
          candidates={data.candidates}
        />
      ))}
    </details>
  );
}

interface OneProps extends Props {
  office: Schemas['OfficeView'];
  candidates: Schemas['OfficeMemberView'][];
}

function Office({ tier, id, office: { code, name, officers, criteria }, candidates, conducts }: OneProps) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState(() => officers.map((officer) => officer.id));
  const save = useDeed({
    run: () =>
      got(
        api.PUT(courseDoors[tier].office, {
          params: { path: { id, office: code } },
          body: { officerIds: ticked },
        }),
      ),
    done: t('course.saved'),
    of: ['assessment', id],
  });
  const changed =
    ticked.toSorted().join() !==
    officers
      .map((officer) => officer.id)
      .toSorted()
      .join();
  const said = t('course.officeCriteria', { codes: criteria.join(t('assessment.and')) });
  if (!conducts)
    return (
      <p>
        <strong>{name}</strong> ·{' '}
        {officers.map((officer) => officer.name).join(t('assessment.and')) || t('course.nobody')}{' '}
        <span className="hint">{said}</span>
      </p>
    );
  return (
    <fieldset className="office">
      <legend>
        {name} <span className="hint">{said}</span>
      </legend>
      {candidates.map((officer) => (
        <label key={officer.id}>
          <input
            type="checkbox"
            checked={ticked.includes(officer.id)}
            onChange={({ target }) =>
              setTicked(target.checked ? [...ticked, officer.id] : ticked.filter((each) => each !== officer.id))
            }
          />{' '}
          {officer.name}
        </label>
      ))}
      {officers.length === 0 && !changed && <span className="tag tag-none">{t('course.nobody')}</span>}
      <Button size="small" disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>
        {t('course.save')}
      </Button>
    </fieldset>
  );
}
