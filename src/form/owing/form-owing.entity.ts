/** A union that owed a period (应报单位) as the tree stood on its last day, kept when the period locked. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('form_owing')
export class FormOwing {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'form_id' }) formId!: string;
  @PrimaryColumn('text') period!: string;
  @PrimaryColumn('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
}
