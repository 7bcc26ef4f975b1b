/** What is told of statistical forms (统计报表), their returns, periods and exceptions: numbers, and reasons given from above. */
import type { Quantity } from '../kernel/decimal';

export interface FormBody {
  formId: string;
  code: string;
  name: string;
  programme: string;
  version: number;
}

/** A return as it stands after the deed. */
export interface FormReturnBody {
  returnId: string;
  unionId: string;
  period: string;
  /** 2026年3月. */
  label: string;
  status: 'draft' | 'submitted' | 'returned' | 'accepted' | 'corrected' | 'withdrawn';
  timeliness: 'on_time' | 'late' | null;
  /** The accepted return that it corrects. */
  correctsId: string | null;
  /** By cell; what is missing is not there. */
  figures: Record<string, Quantity>;
  /** Rules and values that are marked. */
  marks: number;
}

export interface FormReturnTold {
  form: FormBody;
  formReturn: FormReturnBody;
  reason: string | null;
}

/** They add up: expected = onTime + late + missing + exempted. */
export interface FormCounts {
  expected: number;
  onTime: number;
  late: number;
  missing: number;
  exempted: number;
}

export interface FormExceptionTold {
  form: FormBody;
  formException: {
    exceptionId: string;
    unionId: string;
    period: string;
    label: string;
    kind: 'exempt' | 'reopen';
    until: string | null;
  };
  reason: string;
}

export interface FormEvents {
  'form.published': { form: FormBody; reason: string };
  'form.retired': { form: FormBody; reason: string };
  'return.submitted': FormReturnTold;
  'return.returned': FormReturnTold;
  'return.accepted': FormReturnTold;
  /** Replaced by a correction that was accepted. */
  'return.corrected': FormReturnTold;
  /** Given up, or taken back to be changed. */
  'return.withdrawn': FormReturnTold;
  'formException.proposed': FormExceptionTold;
  'formException.approved': FormExceptionTold;
  'formException.refused': FormExceptionTold;
  'formPeriod.locked': { form: FormBody; period: string; label: string; counts: FormCounts };
}
