/** 约谈记录: who was spoken to, by whom, when, about what, and what was agreed. */
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { DeedLine } from './deed-line';
import { upperDoors } from './doors';

interface Props {
  readonly tier: UpperTier;
  /** Left out: the union is chosen. */
  readonly unionId?: string;
  readonly orderId?: string;
  readonly unions?: readonly { readonly id: string; readonly name: string }[];
}

export function InterviewForm({ tier, unionId, orderId, unions = [] }: Props) {
  const { t } = useTranslation();
  const line = (name: string, kind: 'line' | 'area' | 'day') =>
    ({ name, kind, label: t(`supervision.${name as 'heldOn'}`) }) as const;
  return (
    <DeedLine
      open={t('supervision.recordInterview')}
      done={t('supervision.recorded')}
      lines={[
        ...(unionId === undefined
          ? [
              {
                ...{ name: 'unionId', label: t('board.union'), kind: 'choice' as const, start: unions[0]?.id ?? '' },
                options: unions.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
        line('heldOn', 'day'),
        line('interviewed', 'line'),
        line('heldBy', 'line'),
        line('about', 'area'),
        line('agreed', 'area'),
      ]}
      run={({ heldOn = '', interviewed = '', heldBy = '', about = '', agreed = '', unionId: chosen = '' }) =>
        got(
          api.POST(upperDoors[tier].interviews, {
            body: {
              ...{ unionId: unionId ?? chosen, heldOn, interviewed, heldBy, about, agreed },
              ...(orderId === undefined ? {} : { orderId }),
            },
          }),
        )
      }
    />
  );
}
