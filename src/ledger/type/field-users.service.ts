/** Who uses the fields of a ledger (字段引用): rooms above name themselves at start, and are asked before a form changes. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Words } from '../../kernel/errors';
import type { TypeInHand } from './ledger-type.reader';

/** Something that can no longer be worked out by the form as it would be. */
export interface BrokenUse {
  readonly code: string;
  readonly name: string;
  /** Fields it uses which the form would no longer have as they are. */
  readonly fields: readonly string[];
  /** Why it cannot. */
  readonly words: Words;
}

/** `next`: the ledger with the form as it would be. */
export type FieldUser = (tx: EntityManager, districtId: string, next: TypeInHand) => Promise<readonly BrokenUse[]>;

@Injectable()
export class FieldUsers {
  private readonly users: FieldUser[] = [];

  add(user: FieldUser): void {
    this.users.push(user);
  }

  async brokenBy(tx: EntityManager, districtId: string, next: TypeInHand): Promise<BrokenUse[]> {
    const broken: BrokenUse[] = [];
    for (const user of this.users) broken.push(...(await user(tx, districtId, next)));
    return broken;
  }
}
