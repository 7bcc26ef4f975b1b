/** The words of the answers that the house itself gives, one per status. */
import type { Words } from '../kernel/errors';

interface HouseWord {
  readonly code: string;
  readonly title: Words;
  readonly detail: Words;
}

const word = (code: string, title: [string, string], detail: [string, string]): HouseWord => ({
  code,
  title: { zh: title[0], en: title[1] },
  detail: { zh: detail[0], en: detail[1] },
});

const WORDS: Readonly<Record<number, HouseWord>> = {
  400: word('badRequest', ['请求无法识别', 'Bad request'], ['请求格式有误，无法读取。', 'The request cannot be read.']),
  401: word('unauthenticated', ['尚未登录', 'Not signed in'], ['请先登录。', 'Please sign in first.']),
  403: word('forbidden', ['无权操作', 'Forbidden'], ['您没有执行此操作的权限。', 'You may not do this.']),
  404: word(
    'notFound',
    ['未找到', 'Not found'],
    ['未找到，或不在您的权限范围内。', 'Not found, or not within your reach.'],
  ),
  405: word(
    'methodNotAllowed',
    ['方法不适用', 'Method not allowed'],
    ['该地址不支持此方法。', 'This address does not take this method.'],
  ),
  406: word(
    'notAcceptable',
    ['格式不可用', 'Not acceptable'],
    ['无法按所要求的格式回答。', 'There is no answer in the format asked for.'],
  ),
  408: word(
    'requestTimeout',
    ['请求超时', 'Request timeout'],
    ['请求未能及时送达。', 'The request did not arrive in time.'],
  ),
  409: word(
    'conflict',
    ['状态冲突', 'Conflict'],
    ['与现有数据或当前状态冲突。', 'It conflicts with what exists or with the present state.'],
  ),
  410: word('gone', ['已失效', 'Gone'], ['该内容已失效。', 'It is no longer here.']),
  412: word(
    'preconditionFailed',
    ['版本已变化', 'Precondition failed'],
    ['内容已被他人修改，请刷新后重试。', 'Somebody else has changed it: read it again first.'],
  ),
  413: word(
    'tooLarge',
    ['内容过大', 'Too large'],
    ['提交的内容超过大小限制。', 'What was sent exceeds the size limit.'],
  ),
  414: word('addressTooLong', ['地址过长', 'Address too long'], ['请求地址过长。', 'The address is too long.']),
  415: word(
    'unsupportedMedia',
    ['类型不支持', 'Unsupported media type'],
    ['请以 application/json（UTF-8）提交。', 'Please send application/json in UTF-8.'],
  ),
  422: word(
    'invalid',
    ['内容不符合要求', 'Invalid content'],
    ['有字段不符合要求，请修改后重新提交。', 'Some fields are not acceptable: correct them and send again.'],
  ),
  428: word(
    'preconditionRequired',
    ['缺少版本', 'Precondition required'],
    ['请在 If-Match 中给出所依据的版本。', 'Please give the version you saw in If-Match.'],
  ),
  429: word(
    'tooMany',
    ['请求过多', 'Too many requests'],
    ['请求过于频繁，请稍后再试。', 'Too many requests: try again later.'],
  ),
  431: word(
    'headersTooLarge',
    ['请求头过大', 'Headers too large'],
    ['请求头超过大小限制。', 'The request headers exceed the size limit.'],
  ),
  500: word(
    'internal',
    ['系统错误', 'Internal error'],
    ['系统出现错误，请将请求编号告知管理员。', 'Something went wrong: give the request id to the administrator.'],
  ),
  501: word('notImplemented', ['尚未提供', 'Not implemented'], ['尚未提供此功能。', 'This is not provided.']),
  503: word(
    'unavailable',
    ['暂时不可用', 'Unavailable'],
    ['系统暂时不可用，请稍后重试。', 'The system is briefly unavailable: try again shortly.'],
  ),
  507: word(
    'noSpace',
    ['存储空间不足', 'No space left'],
    ['存储空间不足，暂时无法保存。', 'There is no space left to store this.'],
  ),
};

const REQUEST = word('badRequest', ['请求有误', 'Bad request'], ['请求无法处理。', 'The request cannot be handled.']);

/** The word for a status; an unknown 4xx reads as a bad request, anything else as our own fault. */
export function houseWord(status: number): HouseWord {
  return WORDS[status] ?? (status >= 400 && status < 500 ? REQUEST : (WORDS[500] ?? REQUEST));
}
