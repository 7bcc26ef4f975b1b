/** The templates as they are read, and the preview of words that are being typed. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Template = Schemas['MessageTemplateView'];
export type Words = Schemas['MessageTemplateDto'];
export const templatesKey = ['message-templates'];

export const previewQuery = (key: Template['key'], words: Words) =>
  queryOptions({
    queryKey: [...templatesKey, 'preview', key, words],
    queryFn: () =>
      got(api.POST('/api/v1/district/message-templates/{key}/preview', { params: { path: { key } }, body: words })),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
  });
