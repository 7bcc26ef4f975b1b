/** Takes schemes in from documents (方案导入): a JSON document, a filled-in spreadsheet, a template of the library. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { wellFormed } from '../http/well-formed';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { Deeds } from '../outbox/deeds';
import { errorsOf, type GivenScheme } from './documents/given-scheme';
import { requireRight } from './scheme-check';
import { type SchemeTrialView, schemeTrial } from './scheme-trial.view';
import type { SchemeView } from './scheme.view';
import { addScheme, type CheckedScheme } from './scheme.writer';
import { readSchemeWorkbook } from './spreadsheet/scheme-workbook';
import { templateOf } from './templates/templates';
import type { TownFacts } from './templates/town-converter';

export interface FromTemplate {
  year: number;
  title?: string;
  facts?: TownFacts;
}

@Injectable()
export class SchemeImportService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: scheme.invalid (422) with every wrong place; on a dry run they are the answer. */
  async document(actor: Actor, given: GivenScheme, dryRun: boolean): Promise<SchemeView | SchemeTrialView> {
    return dryRun ? schemeTrial(given) : this.add(actor, given);
  }

  /** The same from a workbook, errors with sheet, row and column. Errors besides: spreadsheet.* (413, 415, 422). */
  async spreadsheet(actor: Actor, bytes: Uint8Array, dryRun: boolean): Promise<SchemeView | SchemeTrialView> {
    const { locate, ...read } = await readSchemeWorkbook(bytes);
    const checked = wellFormed(read);
    const given =
      'errors' in checked
        ? { ...read, errors: [...read.errors, ...checked.errors.map(locate)] }
        : { ...read, ...(checked.value as object) };
    return this.document(withBytes(actor, bytes), { ...given, locate }, dryRun);
  }

  /** A scheme of a template of the library, for a year. Errors: notFound. */
  template(actor: Actor, code: string, { year, title, facts }: FromTemplate): Promise<SchemeView> {
    const template = templateOf(code, facts);
    if (template === undefined) throw new NotFound();
    return this.add(actor, { ...template, title: title ?? `${year} 年度${template.title}`, year });
  }

  private add(actor: Actor, given: GivenScheme): Promise<SchemeView> {
    requireRight(errorsOf(given));
    return this.deeds.run(actor, (tx) => addScheme(tx, actor, given as GivenScheme & CheckedScheme));
  }
}

/** An upload's Idempotency-Key is bound to its bytes, which nobody has seen before. */
function withBytes(actor: Actor, bytes: Uint8Array): Actor {
  if (actor.call === undefined) return actor;
  const fingerprint = createHash('sha256').update(actor.call.route).update(bytes).digest('hex');
  return { ...actor, call: { ...actor.call, fingerprint } };
}
