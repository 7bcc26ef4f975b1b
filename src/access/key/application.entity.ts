/** A program (应用) that acts for a union: its name, account, union and role stand on its officer row of kind program. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('application')
export class Application {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  /** That of its officer row. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text') purpose!: string;
  /** Whom to call when it misbehaves. */
  @Column('text') contact!: string;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
}
