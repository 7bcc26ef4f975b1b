/** Returns (报表) as they are answered. */
import { type Finding } from '../check/findings';
import { FormDefinitionDto } from '../definition/form.dto';
import type { Stage, Timeliness } from '../period/moments';
import type { ReturnStepKind } from './form-return-step.entity';
import type { ReturnStatus } from './form-return.entity';
import type { Submission } from './submissions';

export class FormReturnView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  formId!: string;
  /** Of the form it was made with. @example 1 */
  formVersion!: number;
  /** @example "2026-03" */
  period!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** By cell; what is missing is not there. @example { "members": "1537", "women": "600" } */
  values!: object;
  /** Why a required cell is left out, by cell. @example {} */
  missing!: object;
  /** Words to rules, by rule. @example {} */
  words!: object;
  /** draft (草稿), submitted (已上报), returned (已退回), accepted (已通过), corrected (已更正), withdrawn (已撤回). @example "submitted" */
  status!: ReturnStatus;
  /** As it was judged when it was handed in last; null before. @example "on_time" */
  timeliness!: Timeliness | null;
  /** The accepted return that this one corrects. @example null */
  correctsId!: string | null;
  /** The officer who began it. @example "王芳" */
  createdBy!: string;
  /** @example "2026-04-07T02:00:00.000Z" */
  submittedAt!: string | null;
  /** @example 2 */
  version!: number;
}

export class FormReturnList {
  /** The latest period first. */
  items!: FormReturnView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class FormFindingView {
  /** part, sum, change: a rule; missing: a required cell left out; outlier: unlike the union's own last periods. @example "change" */
  kind!: Finding['kind'];
  /** The rule or the cell. @example "membersMoved" */
  key!: string;
  /** hard: refused; soft: needs a word; mark: shown only. @example "soft" */
  severity!: Finding['severity'];
  /** @example "“会员人数”由上期 1000 变为 1537，变化超过 30%，请说明原因。" */
  zh!: string;
  /** @example "“会员人数” went from 1000 to 1537, by more than 30 %: say why." */
  en!: string;
  /** The word that was given to it. @example "新建两家企业工会" */
  said!: string | null;
}

export class FormSubmissionView {
  /** The return it was a submission of; a correction is another. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  returnId!: string;
  /** The officer who handed it in. @example "王芳" */
  by!: string;
  /** @example "2026-04-07T02:00:00.000Z" */
  at!: string;
  /** By cell, as they were. @example { "members": "1500" } */
  values!: object;
  /** Why a required cell was left out, by cell. @example {} */
  missing!: object;
  /** Words to rules, by rule. @example {} */
  words!: object;
  /** waiting (待审核), accepted (通过), returned (退回), takenBack (收回), withdrawn (撤回). @example "returned" */
  outcome!: Submission['outcome'];
  /** Who decided; null where nobody has, or nobody has to. @example "张强" */
  decidedBy!: string | null;
  /** @example "2026-04-08T02:00:00.000Z" */
  decidedAt!: string | null;
  /** Why it was returned. @example "请核对名册" */
  reason!: string | null;
}

export class FormSubmissionList {
  /** The latest first; at most a hundred. */
  items!: FormSubmissionView[];
}

export class FormReturnStepView {
  /** @example "submitted" */
  kind!: ReturnStepKind;
  /** The officer. @example "王芳" */
  by!: string;
  /** @example "2026-04-07T02:00:00.000Z" */
  at!: string;
  /** Why. @example null */
  words!: string | null;
  /** Cell, or missing. and words. with a key → before and after. @example { "members": ["1500", "1537"] } */
  changes!: object | null;
}

export class FormDaysView {
  /** @example "2026-03-01" */
  startsOn!: string;
  /** @example "2026-03-31" */
  endsOn!: string;
  /** @example "2026-03-31" */
  opensOn!: string;
  /** @example "2026-04-08" */
  dueOn!: string;
  /** The last day on which anything changes; null: never locked. @example "2026-04-15" */
  locksOn!: string | null;
  /** @example "open" */
  stage!: Stage;
}

export class FormReturnDetail extends FormReturnView {
  /** @example "工会组织和会员统计表" */
  formName!: string;
  /** @example "2026年3月" */
  label!: string;
  /** The form it was made with. */
  definition!: FormDefinitionDto;
  days!: FormDaysView;
  /** What the union gave for the period before; null where it gave nothing. @example { "members": "1500" } */
  before!: object | null;
  /** What is found in it as it stands. */
  findings!: FormFindingView[];
  /** The first first. */
  steps!: FormReturnStepView[];
  /** What the reader may do with it: change, submit, takeBack, withdraw, correct, accept, return. @example ["accept", "return"] */
  deeds!: string[];
}
