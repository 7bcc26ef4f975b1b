/** All kinds of records (数据类别), in the order in which a program takes them over: unions first. */
import { cases, targetChanges, targets, verifications } from './aim-kinds';
import { appeals, assessmentEntries, assessments, publications } from './assessment-kinds';
import { interviews, lightChanges, lights, sendBacks, urges } from './chasing-kinds';
import { calendarDays, indicatorClosures, indicators, ledgers, schemes } from './definition-kinds';
import { indicatorValues, scores } from './figure-kinds';
import type { RecordKind } from './kind';
import { auditEntries, dispatches, imports, officers } from './office-kinds';
import { evidence, taskChanges } from './proof-kinds';
import { enterprises, formReturns, ledgerEntries } from './register-kinds';
import { assessmentRuns, reopenings, scoreSheets } from './scoring-kinds';
import { annualReportSubmissions, formExceptions, formPeriods, forms } from './reporting-kinds';
import { extensions, orders } from './supervision-kinds';
import {
  annualReportTemplates,
  formVersions,
  indicatorVersions,
  ledgerVersions,
  schemeVersions,
  targetVersions,
} from './version-kinds';
import { reports, tasks, unions } from './work-kinds';

export const recordKinds: readonly RecordKind[] = [
  unions,
  calendarDays,
  indicators,
  indicatorVersions,
  indicatorClosures,
  ledgers,
  ledgerVersions,
  forms,
  formVersions,
  formPeriods,
  formExceptions,
  schemes,
  schemeVersions,
  annualReportTemplates,
  annualReportSubmissions,
  tasks,
  taskChanges,
  reports,
  evidence,
  extensions,
  lights,
  lightChanges,
  urges,
  sendBacks,
  orders,
  interviews,
  enterprises,
  verifications,
  cases,
  ledgerEntries,
  formReturns,
  indicatorValues,
  targets,
  targetVersions,
  targetChanges,
  assessments,
  assessmentEntries,
  scoreSheets,
  assessmentRuns,
  reopenings,
  publications,
  scores,
  appeals,
  officers,
  imports,
  dispatches,
  auditEntries,
];

/** Every filter that any kind knows. */
export const filterNames: readonly string[] = [...new Set(recordKinds.flatMap(({ filters }) => Object.keys(filters)))];
