/** How the enterprise board (企业看板) is asked for. */
import type { EnterpriseKind } from '../../events/enterprise-body';
import { Id, Maybe, OneOf } from '../../http/fields';

export class EnterpriseBoardQuery {
  /** Your own union when left out. */
  @Maybe() @Id() unionId?: string;
  /** All kinds when left out. @example "non_public" */
  @Maybe() @OneOf(['non_public', 'public']) kind?: EnterpriseKind;
}
