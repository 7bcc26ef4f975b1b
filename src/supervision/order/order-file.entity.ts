/** A file of evidence (佐证材料) with an answer to an order; nobody's but the answering union's until it is handed in. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('order_file')
export class OrderFile {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  /** The step of the answer it was handed in with. */
  @Column('integer', { name: 'answer_no', nullable: true }) answerNo!: number | null;
  @Column('text') sha256!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
