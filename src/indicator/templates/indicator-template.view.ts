/** Ready indicators (指标模板) as they are answered. */
import { IndicatorDefinitionDto } from '../definition/indicator.dto';

export class IndicatorTemplateView {
  /** @example "aid.visits" */
  code!: string;
  definition!: IndicatorDefinitionDto;
  /** Ready ledgers it reads, which are taken along. @example ["aid-visits"] */
  ledgers!: string[];
  /** The district has an indicator of this code already. @example false */
  taken!: boolean;
}

export class IndicatorTemplateList {
  items!: IndicatorTemplateView[];
}
