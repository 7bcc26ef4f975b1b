/** What an assessment is and where it stands (考核卡), as the scoreboard names it. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import type { AssessmentBody, Outline, Step } from '../../events/events';
import { type Effect, lastOf, type Projection, rowsOf } from '../projection';

/** Whatever is told of an assessment makes its card; the words never change, step and publication keep their sequence. */
const upsert = `
  insert into score_card as c (district_id, assessment_id, seq, owner_id, path, year, for_tier, title, outline,
    step, step_due, step_seq, published_seq)
  select "districtId", "assessmentId", seq, "ownerId", path, year, "forTier", title, outline,
    step, "stepDue", case when step is not null then seq end, case when published then seq end
  from jsonb_to_recordset($1::jsonb) as r(seq bigint, "districtId" uuid, "assessmentId" uuid, "ownerId" uuid, path ltree,
    year smallint, "forTier" text, title text, outline jsonb, step text, "stepDue" date, published boolean)
  order by "districtId", "assessmentId"
  on conflict (district_id, assessment_id) do update set
    seq = greatest(c.seq, excluded.seq),
    outline = coalesce(c.outline, excluded.outline),
    step = case when coalesce(c.step_seq, 0) < excluded.step_seq then excluded.step else c.step end,
    step_due = case when coalesce(c.step_seq, 0) < excluded.step_seq then excluded.step_due else c.step_due end,
    step_seq = greatest(c.step_seq, excluded.step_seq),
    published_seq = greatest(c.published_seq, excluded.published_seq)`;

interface Told {
  step: Step | null;
  stepDue: string | null;
  outline?: Outline | undefined;
  published: boolean;
}

const card =
  (told: (event: Envelope) => Told): Effect =>
  async (tx: EntityManager, events) => {
    const assessmentOf = ({ body }: Envelope): AssessmentBody => (body as { assessment: AssessmentBody }).assessment;
    const last = lastOf(events, (event) => assessmentOf(event).assessmentId);
    await tx.query(upsert, [rowsOf(last, (event) => ({ path: event.path, ...assessmentOf(event), ...told(event) }))]);
  };

const bare = { step: null, stepDue: null, published: false };

export const scoreCard: Projection = {
  name: 'score-card',
  on: {
    'assessment.opened': card((event) => {
      const { outline } = (event as Envelope<'assessment.opened'>).body;
      return { ...bare, outline };
    }),
    'sheet.scored': card(() => bare),
    'assessment.stepped': card((event) => {
      const { step, dueOn } = (event as Envelope<'assessment.stepped'>).body;
      return { ...bare, step, stepDue: dueOn };
    }),
    'assessment.published': card(() => ({ step: 'published', stepDue: null, published: true })),
    'assessment.corrected': card(() => bare),
  },
};
