/** Keys of personal data (个人信息密钥), for the system administrator. */
import { Controller, Get } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { PersonalKeyReader } from './personal/personal-key.reader';
import { PersonalKeys } from './personal/personal-key.view';

@Controller('personal-data-keys')
export class PersonalKeysController {
  constructor(private readonly keys: PersonalKeyReader) {}

  /** What each key still holds: after one was replaced, how far sealing anew has come, and whether it may go. */
  @Get()
  @May('queue.manage')
  list(@Me() me: Actor): Promise<PersonalKeys> {
    return this.keys.list(me);
  }
}
