/** The queue of a reviewer and what he may do with it. */
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type UpperTier, upperDoors } from '../api/doors';
import { deskKey } from '../desk/desk';
import { useWords } from '../parts/states';

type Report = Schemas['ReportInList'];

export const SIZE = 200;
const AT_ONCE = 4;
const touched: readonly QueryKey[] = [['reviews'], deskKey, ['report'], ['task'], ['board']];

export function useReview(tier: UpperTier, page: number) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [going, setGoing] = useState<{ done: number; all: number }>();
  const queryKey = ['reviews', tier, page];
  const reviews = useQuery({
    queryKey,
    queryFn: () => got(api.GET(upperDoors[tier].reports, { params: { query: { page, pageSize: SIZE } } })),
  });
  const again = () => Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: key })));
  /** Gone from the queue at once, before it is read again. */
  const gone = ({ id }: Report) =>
    client.setQueryData<Schemas['ReportList']>(queryKey, (list) =>
      list?.items.some((report) => report.id === id)
        ? { ...list, items: list.items.filter((report) => report.id !== id), total: list.total - 1 }
        : list,
    );
  const accepted = (report: Report) =>
    got(api.POST(upperDoors[tier].acceptance, { params: { path: { id: report.id } } })).then(() => gone(report));

  /** Whether it was done. */
  const act = async (deed: () => Promise<unknown>, said: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      await deed();
      void message.success(said);
      return true;
    } catch (error) {
      void message.error(words(error));
      return false;
    } finally {
      setBusy(false);
      void again();
    }
  };
  const accept = (report: Report) =>
    act(() => accepted(report), t('review.accepted', { union: report.unionName, title: report.taskTitle }));
  const giveBack = (report: Report, reason: string) =>
    act(
      () =>
        got(api.POST(upperDoors[tier].return, { params: { path: { id: report.id } }, body: { reason } })).then(() =>
          gone(report),
        ),
      t('review.returned', { union: report.unionName, title: report.taskTitle }),
    );

  /** One after the other, a few at once; what failed stays in the queue and is said. */
  const acceptMany = async (reports: readonly Report[]): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const left = [...reports];
    const failed: unknown[] = [];
    let done = 0;
    setGoing({ done, all: reports.length });
    const worker = async () => {
      for (let report = left.shift(); report !== undefined; report = left.shift()) {
        try {
          await accepted(report);
        } catch (error) {
          failed.push(error);
        }
        done += 1;
        setGoing({ done, all: reports.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setGoing(undefined);
    setBusy(false);
    const went = reports.length - failed.length;
    if (went > 0) void message.success(t('review.acceptedMany', { count: went }));
    if (failed.length > 0) void message.error(t('review.failedMany', { count: failed.length, why: words(failed[0]) }));
    await again();
  };
  return { reviews, busy, going, accept, giveBack, acceptMany };
}
