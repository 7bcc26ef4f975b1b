/** Classes by hand (考核分组): the conductor places a union in another class before publication. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { DomainError, type FieldError } from '../../kernel/errors';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { bump, lockOwn, tallied } from '../assessment.reader';
import type { AssessmentView } from '../assessment.view';
import { computeSheets, sheetsOf } from '../computation';
import { tellProvisional } from '../provisional';

interface Place {
  readonly unionId: string;
  readonly classCode: string | null;
}

const placeSql = `
  update score_sheet s set class_code = p."classCode"
  from jsonb_to_recordset($3::jsonb) as p("unionId" uuid, "classCode" text)
  where s.district_id = $1 and s.assessment_id = $2 and s.union_id = p."unionId"`;

@Injectable()
export class ClassService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Places unions, and scores anew what compares them. Errors: class.invalid (422) with every wrong place,
   * assessment.published (409), notFound.
   */
  place(actor: Actor, id: string, places: readonly Place[]): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      assessment.requireOpen();
      const sheets = await sheetsOf(tx, assessment);
      const classOf = new Map(sheets.map(({ unionId, classCode }) => [unionId, classCode]));
      requirePlaces(places, classOf, new Set(assessment.definition.classes?.map(({ code }) => code)));
      await tx.query(placeSql, [actor.districtId, id, JSON.stringify(places)]);
      const before = places.map(({ unionId }) => ({ unionId, classCode: classOf.get(unionId) ?? null }));
      await audit(tx, actor, 'assessment.classed', id, { before: { places: before }, after: { places } });
      await bump(tx, assessment, {});
      const settled = await computeSheets(tx, assessment, await sheetsOf(tx, assessment));
      await tellProvisional(tx, actor, assessment, settled);
      return tallied(tx, assessment);
    });
  }
}

function requirePlaces(
  places: readonly Place[],
  unions: ReadonlyMap<string, string | null>,
  classes: ReadonlySet<string>,
): void {
  const seen = new Set<string>();
  const errors = places.flatMap(({ unionId, classCode }, i): FieldError[] => {
    const place = `places[${i}]`;
    const again = seen.has(unionId);
    seen.add(unionId);
    if (!unions.has(unionId)) return [{ field: `${place}.unionId`, code: 'notScored', words: NOT_SCORED }];
    if (again) return [{ field: `${place}.unionId`, code: 'namedTwice', words: TWICE }];
    if (classCode !== null && !classes.has(classCode))
      return [{ field: `${place}.classCode`, code: 'noClass', words: NO_CLASS }];
    return [];
  });
  if (errors.length > 0) throw new DomainError('refused', 'class.invalid', INVALID, errors);
}

const INVALID = {
  zh: '分组不符合要求，请按提示修改。',
  en: 'The classes are not right yet: correct the places named.',
};
const NOT_SCORED = { zh: '不是本次考核的单位。', en: 'This union is not scored here.' };
const TWICE = { zh: '已列出，应只列一次。', en: 'Named before; name it once.' };
const NO_CLASS = { zh: '方案中没有这个分组。', en: 'The scheme has no such class.' };
