/** The course of the year: completion month by month against the other year. The chart library is loaded with it. */
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../parts/amount';
import type { MirrorView } from './mirror-data';
import { Wide } from '../parts/wide';

// as SVG it prints as sharp as it looks
use([LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** What A4 landscape leaves between its margins. */
const PAPER_PX = 980;

export function Trend({ mirror: { months, year, against } }: { mirror: MirrorView }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return undefined;
    const chart = init(current, null, { renderer: 'svg' });
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(current);
    // paper is narrower than most screens, and tells no observer
    const toPaper = () => chart.resize({ width: PAPER_PX });
    const toScreen = () => chart.resize({ width: 'auto' });
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    const series = [
      { name: String(year), data: months.map(({ completion }) => completion), color: '#b3261e', dashed: false },
      ...(against === null
        ? []
        : [{ name: String(against), data: months.map(({ before }) => before), color: '#3f6ea5', dashed: true }]),
    ];
    chart.setOption({
      animation: false,
      aria: { enabled: false },
      grid: { left: 48, right: 16, top: 36, bottom: 28 },
      legend: { top: 0 },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => percent(value as string | null) },
      xAxis: { type: 'category', data: months.map(({ month }) => t('mirror.month', { month })) },
      yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
      series: series.map(({ name, data, color, dashed }) => ({
        ...{ type: 'line', name, data, color, symbolSize: 7 },
        lineStyle: { width: 3, type: dashed ? 'dashed' : 'solid' },
      })),
    });
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
      fit.disconnect();
      chart.dispose();
    };
  }, [months, year, against, t]);
  return (
    <>
      <div ref={frame} className="trend" role="img" aria-label={t('mirror.trend')} />
      <details>
        <summary>{t('mirror.asTable')}</summary>
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('task.year')}</th>
                {months.map(({ month }) => (
                  <th key={month} scope="col" className="right">
                    {t('mirror.month', { month })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{year}</th>
                {months.map(({ month, completion }) => (
                  <td key={month} className="right">
                    {percent(completion)}
                  </td>
                ))}
              </tr>
              {against !== null && (
                <tr>
                  <th scope="row">{against}</th>
                  {months.map(({ month, before }) => (
                    <td key={month} className="right">
                      {percent(before)}
                    </td>
                  ))}
                </tr>
              )}
            </tbody>
          </table>
        </Wide>
      </details>
    </>
  );
}
