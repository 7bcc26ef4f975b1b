/** A light (红黄绿灯): colour, shape and word together, so that it reads in black and white too. */
import { useTranslation } from 'react-i18next';

export const shapes = { green: '●', yellow: '▲', red: '■' };

export function Light({ light }: { light: 'green' | 'yellow' | 'red' | null | undefined }) {
  const { t } = useTranslation();
  if (!light) return <span className="light">{t('light.none')}</span>;
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden>{shapes[light]}</span> {t(`light.${light}`)}
    </span>
  );
}
