/** The number of a version in the path. */
import { pathParam } from './path-param';

const isVersion = (value: unknown): value is string => typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value);

const version = pathParam({ is: isVersion, format: 'int32', example: '1', read: Number });

export const PathVersion = (name = 'version'): ParameterDecorator => version(name);
