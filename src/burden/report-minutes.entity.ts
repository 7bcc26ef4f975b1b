/** What a report took (用时): minutes as its officer said them. Shown as a median only, never scored. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('report_minutes')
export class ReportMinutes {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  @Column('smallint') minutes!: number;
  @Column('date', { name: 'told_on' }) toldOn!: string;
}
