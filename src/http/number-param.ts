/** A running number in the path, from 1. */
import { pathParam } from './path-param';

const isNumber = (value: unknown): value is string => typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value);

const number = pathParam({ is: isNumber, format: 'int32', example: '1' });

export const PathNumber = (name = 'no'): ParameterDecorator => number(name);
