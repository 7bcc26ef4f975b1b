/** My mail address (我的邮件地址): where reminders reach me outside the platform. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { MailAddressDto } from './mail-address.dto';
import { MailAddressService } from './mail-address.service';
import { MailAddressView } from './mail-address.view';

@Controller('me/mail-address')
export class MailAddressController {
  constructor(private readonly addresses: MailAddressService) {}

  /** My address, whether I want mail, and whether any can be sent. */
  @Get()
  @May('self')
  get(@Me() me: Actor): Promise<MailAddressView> {
    return this.addresses.mine(me);
  }

  /** Set my address and switch mail on or off. */
  @Put()
  @May('self')
  set(@Me() me: Actor, @Body() body: MailAddressDto): Promise<MailAddressView> {
    return this.addresses.set(me, body);
  }

  /** Forget my address; mail that waits is not sent. */
  @Delete()
  @HttpCode(204)
  @May('self')
  async remove(@Me() me: Actor): Promise<void> {
    await this.addresses.remove(me);
  }

  /** Try it: a mail to my address, once a minute at most. */
  @Post('test-mails')
  @May('self')
  test(@Me() me: Actor): Promise<MailAddressView> {
    return this.addresses.test(me);
  }
}
