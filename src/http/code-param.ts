/** A code in the path: what others gave it, as it is written. */
import { isCode } from './field-rules';
import { pathParam } from './path-param';

export const PathCode = pathParam({ is: isCode, format: 'code', example: 'HD-2026-0417', read: (value) => value });
