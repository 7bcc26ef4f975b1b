/** The robots as they are read, and their kinds. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';

export type Robot = Schemas['RobotView'];
export const kinds = ['wecom', 'dingtalk', 'feishu'] as const;
export const robotsKey = ['robots'];

export function useReadRobotsAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: robotsKey });
}

export const robotsQuery = { queryKey: robotsKey, queryFn: () => got(api.GET('/api/v1/robots')) };

/** The events a robot may tell of, in words and by kind. */
export function useEventChoices(): { label: string; title: string; options: { value: string; label: string }[] }[] {
  const { i18n } = useTranslation();
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const robots = useQuery(robotsQuery);
  const events = useQuery({
    queryKey: ['webhook-events'],
    queryFn: () => got(api.GET('/api/v1/webhook-events')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const choices = new Set<string>(robots.data?.choices);
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { type, words, group } of events.data?.items ?? [])
    if (choices.has(type))
      groups.set(group[language], [...(groups.get(group[language]) ?? []), { value: type, label: words[language] }]);
  return [...groups].map(([label, options]) => ({ label, title: label, options }));
}
