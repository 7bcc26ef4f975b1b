/** An id in the path. */
import { isId } from './field-rules';
import { pathParam } from './path-param';

const id = pathParam({ is: isId, format: 'uuid', example: '0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d' });

export const PathId = (name = 'id'): ParameterDecorator => id(name);
