/** A deed on an assessment: what it changed is read anew, what was refused is said. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { deskKey } from '../desk/desk';
import { useWords } from '../parts/states';

interface Deed<T> {
  readonly run: (given: T) => Promise<unknown>;
  /** Said when it is done. */
  readonly done?: string | undefined;
  /** What is read anew: the assessment, or the own self-scores. */
  readonly of: readonly string[];
  /** A form says itself what was refused. */
  readonly quiet?: boolean;
}

export function useDeed<T = void>({ run, done, of, quiet = false }: Deed<T>) {
  const client = useQueryClient();
  const words = useWords();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: run,
    onSuccess: () => void (done !== undefined && message.success(done)),
    onError: (error) => void (quiet || message.error(words(error))),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: of }),
        client.invalidateQueries({ queryKey: deskKey }),
        client.invalidateQueries({ queryKey: ['assessments'] }),
      ]),
  });
}
