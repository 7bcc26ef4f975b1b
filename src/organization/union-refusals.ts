/** Why a union may not stand where it is wanted (工会设置的限制), in words. */
import type { Tier } from '../kernel/actor';
import { Refused } from '../kernel/errors';

export function alreadyThere(): Refused {
  return new Refused(
    'union.sameParent',
    { zh: '该工会已隶属于此上级工会。', en: 'The union stands below this one already.' },
    'parentId',
  );
}

export function below(tier: Tier): Refused {
  return new Refused(
    'union.tier',
    {
      zh: `不能在${tier === 'community' ? '社区工联会' : '该层级'}之下设置此工会。`,
      en: 'A union of this tier cannot stand below that parent.',
    },
    'parentId',
  );
}

export function parentClosed(): Refused {
  return new Refused(
    'parent.closed',
    { zh: '上级工会在该日未设立或已撤销。', en: 'The parent is not open on that day.' },
    'parentId',
  );
}
