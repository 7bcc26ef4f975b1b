/** The district door (区总工会) for what it published: standings, scheme and sheets word for word, and whether they are whole. */
import { Controller, Get, Post, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { AssessmentView } from '../assessment/assessment.view';
import { PublicationReader } from '../assessment/publication/publication.reader';
import { PublicationService } from '../assessment/publication/publication.service';
import {
  PublicationList,
  PublicationVerification,
  PublicationView,
  PublishedSheetView,
} from '../assessment/publication/publication.view';
import { PathId } from '../http/id-param';
import { PathNumber } from '../http/number-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/assessments/:id')
export class DistrictPublicationsController {
  constructor(
    private readonly publications: PublicationReader,
    private readonly publishing: PublicationService,
  ) {}

  /** What was published (公示) of an assessment of yours or of a sub-district, corrections among them; the latest last. */
  @Get('publications')
  @May('work.read')
  list(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<PublicationList> {
    return this.publications.list(me, id, query);
  }

  /** One publication: standings, grades and the scheme, as they were told. */
  @Get('publications/:no')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string, @PathNumber() no: string): Promise<PublicationView> {
    return this.publications.get(me, id, no);
  }

  /** The whole score sheet of a union as it was in force with a publication. */
  @Get('publications/:no/sheets/:unionId')
  @May('work.read')
  sheet(
    @Me() me: Actor,
    @PathId() id: string,
    @PathNumber() no: string,
    @PathId('unionId') unionId: string,
  ): Promise<PublishedSheetView> {
    return this.publications.sheet(me, id, no, unionId);
  }

  /** Whether a publication is still what its digest says (核验): every text is digested anew. */
  @Get('publications/:no/verification')
  @May('work.read')
  verify(@Me() me: Actor, @PathId() id: string, @PathNumber() no: string): Promise<PublicationVerification> {
    return this.publications.verify(me, id, no);
  }

  /** Close an assessment (办结) whose appeal window has passed and whose appeals are decided. */
  @Post('closing')
  @May('assessment.conduct')
  close(@Me() me: Actor, @PathId() id: string): Promise<AssessmentView> {
    return this.publishing.close(me, id);
  }
}
