/** A new target (新建目标): of which indicator, union and period, and what is to be reached. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnionSelect } from '../administration/union-select';
import { type Schemas, api, got } from '../api/client';
import { useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { indicatorQuery } from '../indicators/indicator-data';
import '../indicators/indicators.css';
import { Pick } from '../indicators/line';
import { endOf, kindOf, kinds, thisYear } from '../indicators/period';
import { PeriodChoice } from '../indicators/period-choice';
import { Field, wrongIn } from '../parts/field';
import { Loading, Wrong } from '../parts/states';
import { allIndicatorsQuery } from './target-data';
import { blankFor } from './target-draft';
import { TargetEditor } from './target-editor';

export function TargetNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/targets/new' });
  const indicators = useQuery(allIndicatorsQuery);
  const { indicatorId } = search;
  return (
    <article className="indicators">
      <p className="no-print">
        <Link to="/targets">{t('target.back')}</Link>
      </p>
      <h1>{t('target.new')}</h1>
      <Field label={t('indicator.one')}>
        {({ id }) => (
          <Select
            id={id}
            className="union-select"
            value={indicatorId}
            placeholder={t('target.chooseIndicator')}
            showSearch={{ optionFilterProp: 'label' }}
            loading={indicators.isPending}
            options={(indicators.data ?? []).map((each) => ({
              value: each.id,
              label: `${each.name}（${each.programme} ${each.code}）`,
            }))}
            onChange={(chosen) =>
              void navigate({ to: '/targets/new', search: { ...search, indicatorId: chosen }, replace: true })
            }
          />
        )}
      </Field>
      {indicatorId !== undefined && <About key={indicatorId} indicatorId={indicatorId} />}
    </article>
  );
}

function About({ indicatorId }: { readonly indicatorId: string }) {
  const indicator = useQuery(indicatorQuery(indicatorId));
  if (indicator.isPending) return <Loading />;
  if (indicator.data === undefined) return <Wrong error={indicator.error} />;
  return <Form indicator={indicator.data} />;
}

function Form({ indicator }: { readonly indicator: Schemas['IndicatorDetail'] }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/targets/new' });
  const unions = useQuery(unionsQuery);
  const [unionId, setUnionId] = useState(search.unionId ?? me.union.id);
  const [strength, setStrength] = useState<'floor' | 'aim'>('floor');
  const { definition } = indicator;
  const [direction, setDirection] = useState<'higher' | 'lower'>(definition.direction === 'lower' ? 'lower' : 'higher');
  const among =
    definition.overTime === 'none' ? [definition.periodKind] : kinds.slice(kinds.indexOf(definition.periodKind));
  const [period, setPeriod] = useState(() => {
    const { period: asked = thisYear() } = search;
    return among.includes(kindOf(asked)) ? asked : endOf(asked, definition.periodKind);
  });
  return (
    <TargetEditor
      // another period has other parts and another baseline, another union other parts
      key={`${period} ${unionId}`}
      start={blankFor(period)}
      about={{ indicatorId: indicator.id, period, unionId, direction }}
      indicator={indicator}
      button={t('target.setIt')}
      publish={async (given, reason) => {
        const body = { indicatorId: indicator.id, period, unionId, strength, direction, definition: given, reason };
        const made = await got(api.POST('/api/v1/district/targets', { body }));
        await navigate({ to: '/targets/$id', params: { id: made.id } });
      }}
    >
      {(error) => (
        <>
          <PeriodChoice
            label={t('target.forPeriod')}
            value={period}
            among={among}
            wrong={wrongIn(error, 'period')}
            onPeriod={setPeriod}
          />
          <div className="pair">
            <Field label={t('indicator.union')} wrong={wrongIn(error, 'unionId')}>
              {({ id }) => <UnionSelect id={id} unions={unions.data ?? []} value={unionId} onChange={setUnionId} />}
            </Field>
            <Pick
              label={t('target.strength')}
              value={strength}
              options={(['floor', 'aim'] as const).map((each) => [each, t(`target.strengths.${each}`)])}
              onPick={setStrength}
            />
            <Pick
              label={t('target.direction')}
              value={direction}
              options={(['higher', 'lower'] as const).map((each) => [each, t(`indicator.direction.${each}`)])}
              onPick={setDirection}
            />
          </div>
        </>
      )}
    </TargetEditor>
  );
}
