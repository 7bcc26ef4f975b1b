/** Returns (报表) for every tier: read, change, submit, accept or return, correct. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import type { Actor } from '../kernel/actor';
import { FormReviewService } from './return/return-review.service';
import { FormReturnDto, FormReturnReasonDto } from './return/return.dto';
import { FormReturnReader } from './return/return.reader';
import { FormReturnService } from './return/return.service';
import { FormReturnDetail, FormSubmissionList } from './return/return.view';
import { FormSubmissionsReader } from './return/submissions.reader';

@Controller('form-returns')
export class FormReturnsController {
  constructor(
    private readonly reader: FormReturnReader,
    private readonly returns: FormReturnService,
    private readonly reviews: FormReviewService,
    private readonly submissions: FormSubmissionsReader,
  ) {}

  /** One return with its form, what is found in it and its history. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<FormReturnDetail> {
    return this.reader.one(me, id);
  }

  /** What your union, or one below, handed in for the period of this return, each time: values as they were, when, and why returned. */
  @Get(':id/submissions')
  @May('work.read')
  earlier(@Me() me: Actor, @PathId() id: string): Promise<FormSubmissionList> {
    return this.submissions.list(me, id);
  }

  /** Change a return of your union that is a draft or was returned. */
  @Put(':id')
  @May('form.write')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() seen: number,
    @Body() body: FormReturnDto,
  ): Promise<FormReturnDetail> {
    return this.returns.change(me, id, seen, body);
  }

  /** Give a return up (撤回) before it is accepted; it stays in your list. */
  @Delete(':id')
  @HttpCode(204)
  @May('form.write')
  async withdraw(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.returns.withdraw(me, id);
  }

  /** Submit it (上报) to the tier above. */
  @Post(':id/submission')
  @May('form.write')
  submit(@Me() me: Actor, @PathId() id: string): Promise<FormReturnDetail> {
    return this.returns.submit(me, id);
  }

  /** Take it back to change it, while nobody has decided. */
  @Delete(':id/submission')
  @HttpCode(204)
  @May('form.write')
  async takeBack(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.returns.takeBack(me, id);
  }

  /** Accept (审核通过) what waits for your union: it counts from now on. */
  @Post(':id/acceptance')
  @May('form.review')
  accept(@Me() me: Actor, @PathId() id: string): Promise<FormReturnDetail> {
    return this.reviews.accept(me, id);
  }

  /** Return (退回) what waits for your union, with a reason. */
  @Post(':id/return')
  @May('form.review')
  return(@Me() me: Actor, @PathId() id: string, @Body() { reason }: FormReturnReasonDto): Promise<FormReturnDetail> {
    return this.reviews.return(me, id, reason);
  }

  /** Correct (更正) an accepted return of your union: a draft that takes its place once accepted. */
  @Post(':id/corrections')
  @May('form.write')
  correct(@Me() me: Actor, @PathId() id: string, @Body() { reason }: FormReturnReasonDto): Promise<FormReturnDetail> {
    return this.returns.correct(me, id, reason);
  }
}
