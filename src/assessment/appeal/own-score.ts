/** Whether an officer scored what is appealed (回避): he, at any stage, or an approved entry of his that counts on it; as SQL. */

/** `p` is the appeal, `officer` the parameter with his id. */
export const ownScoreSql = (officer: string): string => `(
  exists (select 1 from stage_score g where g.district_id = p.district_id and g.sheet_id = p.sheet_id
    and p.criteria ? g.criterion and g.scored_by = ${officer})
  or exists (select 1 from score c where c.district_id = p.district_id and c.sheet_id = p.sheet_id
    and p.criteria ? c.criterion and c.scored_by = ${officer})
  or exists (select 1 from assessment_entry e where e.district_id = p.district_id and e.sheet_id = p.sheet_id
    and p.criteria ? e.criterion and e.status = 'approved' and ${officer} in (e.recorded_by, e.decided_by)))`;
