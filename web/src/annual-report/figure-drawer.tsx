/** What a figure is: its exact value, last year's, its definition, and what it is made of. */
import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import type { Figure } from './annual-report-data';
import { Trace } from './trace';

interface Props {
  readonly figure: Figure;
  readonly year: number;
  readonly onClose: () => void;
}

export function FigureDrawer({ figure, year, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} className="annual-figure" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{figure.name}</h2>
        <Button onClick={() => box.current?.close()}>{t('annual.close')}</Button>
      </header>
      <Facts figure={figure} year={year} />
      <Trace id={figure.indicatorId} year={year} />
    </dialog>
  );
}

function Facts({ figure, year }: Omit<Props, 'onClose'>) {
  const { t } = useTranslation();
  const { code, programme, value, numerator, denominator, words, lastYear, lastYearText, version, now } = figure;
  const { definition } = figure;
  const valued = (given: string | null): string =>
    given === null ? t('annual.missing') : `${amount(given)} ${words.unit}`;
  const written = words.exactly ? `${words.text}（${t('annual.exactly')}）` : words.text;
  const facts: (readonly [string, string])[] = [
    [t('annual.written'), written],
    [t('annual.value'), valued(value)],
    ...(now === null ? [] : [[t('annual.valueNow'), `${valued(now.value)}（${now.text}）`] as const]),
    [
      t('annual.lastYear', { year: year - 1 }),
      lastYear === null ? lastYearText : `${valued(lastYear)}（${lastYearText}）`,
    ],
    ...(denominator === null ? [] : [[t('annual.parts'), `${amount(numerator)} ÷ ${amount(denominator)}`] as const]),
    [t('annual.code'), t('annual.codeOf', { code, programme, version })],
  ];
  return (
    <>
      <dl>
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('annual.definition')}</h3>
      {definition === null ? (
        <p className="hint">{t('annual.gone')}</p>
      ) : (
        <dl>
          {definition.about !== '' && <dd>{definition.about}</dd>}
          <dt>{t('annual.of.numerator')}</dt>
          <dd>
            <code>{definition.numerator}</code>
          </dd>
          {definition.denominator !== null && (
            <>
              <dt>{t('annual.of.denominator')}</dt>
              <dd>
                <code>{definition.denominator}</code>
              </dd>
              <dt>{t('annual.factor')}</dt>
              <dd>{amount(definition.factor)}</dd>
            </>
          )}
        </dl>
      )}
    </>
  );
}
