/** The unions that are compared: of one tier ($2), of one parent ($3) or the whole district ($1), open in the year ($4). */
export const classSql = `
    select union_id, name, code from platform.union_card
    where district_id = $1 and tier = $2 and ($3::uuid is null or parent_id = $3)
      and (closed_on is null or closed_on >= make_date($4, 1, 1)) and opened_on <= make_date($4, 12, 31)`;
