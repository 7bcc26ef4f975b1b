/** What was so of an enterprise until a day (曾用情况); on the days after it, the next one, or what stands in the register. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DatedFact } from './enterprise-facts';

@Entity('enterprise_former_fact')
export class EnterpriseFormerFact {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'enterprise_id' }) enterpriseId!: string;
  @PrimaryColumn('text') fact!: DatedFact;
  @PrimaryColumn('date') until!: string;
  /** null: it was not known, or there was none. */
  @Column('text', { nullable: true }) value!: string | null;
}
