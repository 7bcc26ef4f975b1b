/** The robots as they are read, and their kinds. */
import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client';

export type Robot = Schemas['RobotView'];
export const kinds = ['wecom', 'dingtalk', 'feishu'] as const;
export const robotsKey = ['robots'];

export function useReadRobotsAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: robotsKey });
}
