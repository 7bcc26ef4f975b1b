/** How much of its limits a key has left: one bucket for reading and one for writing, shared by all API processes. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('key_pace')
export class KeyPace {
  @PrimaryColumn('uuid', { name: 'key_id' }) keyId!: string;
  @PrimaryColumn('text') kind!: PaceKind;
  @Column('double precision') tokens!: number;
  @Column('boolean') granted!: boolean;
  @Column('timestamptz') at!: Date;
}

export type PaceKind = 'read' | 'write';
