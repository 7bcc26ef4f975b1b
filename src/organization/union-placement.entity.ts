/** Where a union stood in the tree, from when to when. What happened before a move belongs to the old parent. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('union_placement')
export class UnionPlacement {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'union_id' }) unionId!: string;
  @PrimaryColumn('date') since!: string;
  @Column('date', { nullable: true }) until!: string | null;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('ltree') path!: string;
  @Column('text') reason!: string;
}
