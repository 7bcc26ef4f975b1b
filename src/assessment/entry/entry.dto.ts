/** What the doors take in for entries (考核记录). */
import { Day, Id, Maybe, OneOf, Quantity, Text, WholeNumber } from '../../http/fields';
import { PageQuery } from '../../http/page.dto';
import type { EntryKindName } from './entry-check';

const statuses = ['proposed', 'approved', 'refused', 'withdrawn'] as const;

/** What a scored union proposes about itself. */
export class ProposalDto {
  /** @example "bonus" */
  @OneOf(['occurrence', 'bonus']) kind!: 'occurrence' | 'bonus';
  /** Only of an occurrence: a criterion that counts. */
  @Maybe() @Text({ max: 40 }) criterion?: string;
  /** The code of the ground or of the kind of bonus. @example "J1" */
  @Text({ max: 40 }) ground!: string;
  /** How often; 1 when left out. @example 1 */
  @Maybe() @WholeNumber({ min: 1, max: 9999 }) count?: number;
  /** Points of one, only where the scheme leaves them open. */
  @Maybe() @Quantity({ min: 0, max: 9999999, decimals: 2 }) points?: string;
  /** In the year of the assessment, up to today. @example "2026-06-12" */
  @Day() occurredOn!: string;
  /** @example "获评市级模范职工之家" */
  @Text({ max: 1000, multiline: true }) words!: string;
}

export class EntryDto {
  /** occurrence of a criterion that counts, bonus, penalty, or veto. @example "bonus" */
  @OneOf(['occurrence', 'bonus', 'penalty', 'veto']) kind!: EntryKindName;
  /** Only of an occurrence: a criterion that counts. */
  @Maybe() @Text({ max: 40 }) criterion?: string;
  /** The code of the ground, of the kind of bonus or penalty, or of the veto. @example "J1" */
  @Text({ max: 40 }) ground!: string;
  /** How often; 1 when left out. @example 1 */
  @Maybe() @WholeNumber({ min: 1, max: 9999 }) count?: number;
  /** Points of one, only where the scheme leaves them open. */
  @Maybe() @Quantity({ min: 0, max: 9999999, decimals: 2 }) points?: string;
  /** In the year of the assessment, up to today. @example "2026-06-12" */
  @Day() occurredOn!: string;
  /** @example "获评市级模范职工之家" */
  @Text({ max: 1000, multiline: true }) words!: string;
}

export class EntryQuery extends PageQuery {
  /** @example "proposed" */
  @Maybe() @OneOf(statuses) status?: (typeof statuses)[number];
  /** Entries about one scored union. */
  @Maybe() @Id() unionId?: string;
}
