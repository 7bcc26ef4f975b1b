/** What a new task would cost those below (下达前测算), as it is answered: before it is given. */
export class CostDuplicate {
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** The task that asks for the same figure already. */
  taskId!: string;
  /** @example "工会会员数统计" */
  title!: string;
  /** Who gave it. @example "沙头角街道总工会" */
  askerName!: string;
  /** @example "2026-01-01" */
  startOn!: string;
  /** @example "2026-12-31" */
  dueOn!: string;
  /** The latest accepted value; null before the first. @example "120" */
  done!: string | null;
  /** @example "人" */
  unit!: string;
  /** The day that value counts up to. @example "2026-05-03" */
  asOf!: string | null;
}

export class CostView {
  /** Unions that would have a task to sign for, through the tiers. @example 20 */
  tasks!: number;
  /** Unions that would report. @example 17 */
  reporters!: number;
  /** Reports of each: as on tasks of the same measure that fell due in the last twelve months, at least one. @example "1" */
  reportsEach!: string;
  /** Minutes of a report at the median; null where fewer than three were told. @example 12 */
  minutesEach!: number | null;
  /** Whether that median is of this measure or of all reports. @example "measure" */
  minutesOf!: 'measure' | 'all' | null;
  /** Months its period touches. @example 12 */
  months!: number;
  /** Minutes a month, of all reporters together; null where nothing is known. @example 17 */
  minutesPerMonth!: number | null;
  /** @example "2026-10" */
  lastMonth!: string;
  /** Things the same unions were asked for in that month. @example 63 */
  askedLastMonth!: number;
  /** Where the same figure is asked for already, with what was reported; accepted values first, at most fifty. */
  duplicates!: CostDuplicate[];
  /** How many there are. @example 3 */
  duplicatesTotal!: number;
}
