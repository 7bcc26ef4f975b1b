/** The room of the work (工作任务): tasks down, reports back. */
import { Module } from '@nestjs/common';
import { AssignmentService } from './assignment.service';
import { EvidenceStore } from './evidence-store.service';
import { EvidenceWallReader } from './evidence-wall.reader';
import { EvidenceService } from './evidence.service';
import { ProgressService } from './progress.service';
import { ReportReader } from './report.reader';
import { ReuseService } from './reuse.service';
import { ReviewService } from './review.service';
import { SendBackService } from './send-back.service';
import { SubmissionService } from './submission/submission.service';
import { TaskChangeService } from './task-change.service';
import { TaskReader } from './task.reader';
import { Thumbnails } from './thumbnail.service';

const services = [
  AssignmentService,
  TaskChangeService,
  SendBackService,
  TaskReader,
  ProgressService,
  ReviewService,
  ReportReader,
  EvidenceService,
  EvidenceWallReader,
  ReuseService,
  SubmissionService,
];

@Module({ providers: [...services, EvidenceStore, Thumbnails], exports: [...services, EvidenceStore] })
export class WorkModule {}
