/** The templates as they are read, and the preview of words that are being typed. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Schemas, api, got } from '../api/client';

export type Template = Schemas['MessageTemplateView'];
export type Words = Schemas['MessageTemplateDto'];
export const templatesKey = ['message-templates'];
const CALM_MS = 400;

export const previewQuery = (key: Template['key'], words: Words) =>
  queryOptions({
    queryKey: [...templatesKey, 'preview', key, words],
    queryFn: () =>
      got(api.POST('/api/v1/district/message-templates/{key}/preview', { params: { path: { key } }, body: words })),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
  });

/** The value once nobody has typed for a moment. */
export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), CALM_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
