/** What may be done to an order now: signing and answering below; reviewing, raising, withdrawing, speaking above. */
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower, isUpper } from '../api/doors';
import { useMay, useMe, useTier } from '../api/me';
import { DeedLine } from './deed-line';
import { lowerDoors, upperDoors } from './doors';
import { InterviewForm } from './interview-form';

export function OrderDeeds({ order }: { readonly order: Schemas['OrderDetail'] }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const tier = useTier();
  const may = useMay();
  const { id, status, unionId, issuerId, degree } = order;
  const path = { params: { path: { id } } };
  const reason = { name: 'reason', label: t('supervision.reason'), kind: 'area' } as const;
  const settled = status === 'closed' || status === 'withdrawn';
  return (
    <div className="deeds no-print">
      {unionId === union.id && isLower(tier) && may('order.answer') && status === 'issued' && (
        <DeedLine
          primary
          open={t('supervision.step.signed')}
          lines={[]}
          run={() => got(api.POST(lowerDoors[tier].signature, path))}
        />
      )}
      {unionId === union.id &&
        isLower(tier) &&
        may('order.answer') &&
        (status === 'signed' || status === 'returned') && (
          <DeedLine
            primary
            open={t('supervision.answerIt')}
            lines={[{ name: 'measures', label: t('supervision.measures'), kind: 'area' }]}
            run={({ measures = '' }) => got(api.POST(lowerDoors[tier].answer, { ...path, body: { measures } }))}
          />
        )}
      {issuerId === union.id && isUpper(tier) && may('order.issue') && (
        <>
          {status === 'answered' && (
            <>
              <DeedLine
                primary
                open={t('supervision.close')}
                lines={[reason]}
                run={({ reason: why = '' }) =>
                  got(api.POST(upperDoors[tier].review, { ...path, body: { outcome: 'closed', reason: why } }))
                }
              />
              <DeedLine
                open={t('supervision.giveBack')}
                lines={[reason, { name: 'limitOn', label: t('supervision.newLimit'), kind: 'day' }]}
                run={({ reason: why = '', limitOn = '' }) =>
                  got(
                    api.POST(upperDoors[tier].review, { ...path, body: { outcome: 'returned', reason: why, limitOn } }),
                  )
                }
              />
            </>
          )}
          {!settled && degree !== 'red' && (
            <DeedLine
              open={t('supervision.raise')}
              lines={[
                {
                  ...{
                    name: 'degree',
                    label: t('supervision.degreeIs'),
                    kind: 'choice',
                    start: degree === 'blue' ? 'orange' : 'red',
                  },
                  options: (degree === 'blue' ? (['orange', 'red'] as const) : (['red'] as const)).map((value) => ({
                    value,
                    label: t(`supervision.degree.${value}`),
                  })),
                },
                reason,
              ]}
              run={({ degree: to, reason: why = '' }) =>
                got(
                  api.POST(upperDoors[tier].degree, {
                    ...path,
                    body: { degree: to === 'red' ? 'red' : 'orange', reason: why },
                  }),
                )
              }
            />
          )}
          {!settled && (
            <DeedLine
              open={t('supervision.withdraw')}
              lines={[reason]}
              run={({ reason: why = '' }) =>
                got(api.POST(upperDoors[tier].withdrawal, { ...path, body: { reason: why } }))
              }
            />
          )}
          <InterviewForm tier={tier} unionId={unionId} orderId={id} />
        </>
      )}
    </div>
  );
}
