/** A day in the path, as YYYY-MM-DD. */
import { isDay } from './field-rules';
import { pathParam } from './path-param';

const day = pathParam({ is: isDay, format: 'date', example: '2026-05-06' });

export const PathDay = (name = 'day'): ParameterDecorator => day(name);
