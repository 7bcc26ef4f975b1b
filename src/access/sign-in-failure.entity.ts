/** Failed sign-ins, counted per account and network (kept by rate-limiter-flexible). */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_failure')
export class SignInFailure {
  @PrimaryColumn('varchar', { length: 255 }) key!: string;
  @Column('integer') points!: number;
  @Column('bigint', { nullable: true }) expire!: number | null;
}
