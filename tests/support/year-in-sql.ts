import type { UnitId } from '#modules/territory/unit.ts'
import type { TestDatabase } from './database.ts'

/**
 * What a unit's registers come to in a year, written down once more as plain SQL over the records themselves: neither the
 * ledger of counts nor a line of the modules is asked. $1 is the province, $2 the unit, $3 the year.
 */
const ofYear = (day: string): string => `extract(year from ${day}) = $3`
const mine = (table: string): string => `from ${table} where province_id = $1 and unit_id = $2`
const years = `from initiative_year y join initiative i on (i.province_id, i.id) = (y.province_id, y.initiative_id)
  where y.province_id = $1 and y.unit_id = $2 and y.state not in ('draft', 'returned') and i.discarded_at is null`
const own = `y.scope = case when y.unit_id = y.province_id then 'province' else 'commune' end`
const fresh = `${years} and y.is_new and ${ofYear('y.registered_on')}`
const meetings = (kind: string): string =>
  `${mine('meeting')} and void_reason is null and ${ofYear('held_on')} and kind ${kind}`
const stops = (
  where: string,
): string => `from visit v join visit_stop s on (s.province_id, s.visit_id) = (v.province_id, v.id)
  where v.province_id = $1 and v.unit_id = $2 and v.void_reason is null and ${ofYear('s.on_day')} and ${where}`
const placeOf = `coalesce(s.place_unit_id::text, lower(s.place_name))`
const dialogues = `${mine('dialogue')} and void_reason is null and ${ofYear('held_on')} and state not in ('planned', 'announced', 'cancelled')`
const questions = `from dialogue_question q join dialogue d on (d.province_id, d.id) = (q.province_id, q.dialogue_id)
  left join commitment c on (c.province_id, c.question_id) = (q.province_id, coalesce(q.same_as, q.id))
  where q.province_id = $1 and q.unit_id = $2 and q.state = 'taken' and d.void_reason is null and ${ofYear('d.held_on')}`
const given = (kind: string): string =>
  `${mine('follow_up')} and void_reason is null and ${ofYear('on_day')} and kind = '${kind}' and giver is distinct from 'budget'`
const awards = (form: string, more = ''): string =>
  `${mine('award')} and form_code = '${form}' and state = 'decided' and ${ofYear('decided_on')} ${more}`

const cells: Readonly<Record<string, string>> = {
  B01: `count(*) ${fresh} and ${own}`,
  B02: `count(*) ${fresh} and y.scope = 'province'`,
  B04: `count(*) ${fresh} and y.scope = 'commune'`,
  B05: `count(*) ${fresh} and ${own} and ${ofYear('y.started_on')}`,
  B06: `count(*) ${years} and not y.is_new and y.year = $3 and y.registered_on is not null and y.ended_on is null`,
  B07: `count(*) ${fresh} and ${own} and i.holder_kind = 'collective'`,
  B08: `count(*) ${fresh} and ${own} and i.holder_kind = 'individual'`,
  B09: `count(*) ${fresh} and ${own} and i.main_field = 'economy'`,
  B10: `count(*) ${fresh} and ${own} and i.main_field = 'culture-society'`,
  B11: `count(*) ${fresh} and ${own} and i.main_field = 'defence-security'`,
  B12: `count(*) ${fresh} and ${own} and i.main_field = 'political-system'`,
  B13: `count(*) ${years} and ${own} and ${ofYear('y.recognised_on')}`,
  B15: `count(*) ${years} and ${own} and ${ofYear('y.outstanding_on')}`,
  B16: `count(*) ${years} and ${own} and ${ofYear('y.recognised_on')} and exists (select from initiative child
    join initiative_year w on (w.province_id, w.initiative_id) = (child.province_id, child.id)
    where child.parent_id = i.id and w.registered_on is not null)`,
  B17: `count(*) ${years} and y.state = 'stopped' and not y.is_completed and ${ofYear('y.ended_on')}`,
  B18: `count(*) ${mine('work_item')} and void_reason is null and purpose = 'theme' and ${ofYear('done_on')}`,
  B19: `count(*) ${mine('work_item')} and void_reason is null and purpose = 'new-rural' and ${ofYear('done_on')}`,
  B21: `coalesce(sum(amount), 0) ${given('households')}`,
  B22: `coalesce(sum(amount), 0) ${given('money')}`,
  B23: `coalesce(sum(amount), 0) ${given('labour')}`,
  B24: `coalesce(sum(amount), 0) ${given('land')}`,
  B25: `count(*) ${years} and ${ofYear('y.effective_on')}`,
  A03: `count(*) ${mine('directive_review')} and void_reason is null and ${ofYear('day')}`,
  A04: `count(*) ${meetings(`= 'dissemination'`)}`,
  A05: `coalesce(sum(attendances), 0) ${meetings(`= 'dissemination'`)}`,
  A08: `coalesce(sum(classes), 0) ${meetings(`= 'training'`)} and is_for_staff`,
  A09: `coalesce(sum(attendances), 0) ${meetings(`= 'training'`)} and is_for_staff`,
  A10: `count(distinct coalesce(one ->> 'unit', lower(one ->> 'name'))) from pledge, jsonb_array_elements(signers) one
    where province_id = $1 and unit_id = $2 and void_reason is null and ${ofYear('day')}`,
  A11: `count(*) ${mine('contest')} and void_reason is null and ${ofYear('day')}`,
  C01: `count(*) ${stops(`v.kind = 'inspection' and v.led_by = 'upper'`)}`,
  'C01:distinct': `count(distinct ${placeOf}) ${stops(`v.kind = 'inspection' and v.led_by = 'upper'`)}`,
  C02: `count(*) ${stops(`v.kind <> 'survey' and v.led_by = 'bloc'`)}`,
  'C02:distinct': `count(distinct ${placeOf}) ${stops(`v.kind <> 'survey' and v.led_by = 'bloc'`)}`,
  C03: `count(*) ${stops(`v.kind = 'survey' and v.led_by <> 'front'`)}`,
  'C03:distinct': `count(distinct ${placeOf}) ${stops(`v.kind = 'survey' and v.led_by <> 'front'`)}`,
  C04: `count(*) ${mine('visit')} and void_reason is null and kind = 'inspection' and is_surprise and ${ofYear('held_on')}`,
  'C05:issued': `count(*) ${mine('finding')} and void_reason is null and ${ofYear('raised_on')}`,
  'C05:closed': `count(*) ${mine('finding')} and void_reason is null and ${ofYear('closed_on')}`,
  C06: `count(*) ${mine('visit')} and void_reason is null and kind = 'supervision' and led_by = 'front'
    and not is_surprise and conclusion_on is not null and ${ofYear('held_on')}`,
  C07: `count(*) ${meetings(`= 'criticism'`)}`,
  C08: `coalesce(sum(opinions), 0) ${meetings(`in ('criticism', 'feedback')`)}`,
  D03: `count(*) ${dialogues} and unit_id <> province_id`,
  D04: `count(distinct unit_id) ${dialogues} and unit_id <> province_id`,
  D05: `count(*) ${dialogues} and is_thematic`,
  D06: `coalesce(sum(greatest(coalesce(opinions, 0), (select count(*) from dialogue_question q
    where q.dialogue_id = dialogue.id and q.state = 'taken'))), 0) ${dialogues}`,
  'D07:answered': `count(*) ${questions} and c.state <> 'open' and c.kind <> 'passed-on'`,
  'D07:passed-on': `count(*) ${questions} and c.kind = 'passed-on'`,
  'D07:open': `count(*) ${questions} and (c.id is null or (c.state = 'open' and c.kind <> 'passed-on'))`,
  D08: `count(*) ${meetings(`= 'voters'`)}`,
  D09: `coalesce(sum(attendances), 0) ${meetings(`= 'voters'`)}`,
  D10: `coalesce(sum(opinions), 0) ${meetings(`= 'voters'`)}`,
  H10: `count(distinct helped_unit_id) ${mine('meeting')} and unit_id = province_id and kind = 'support' and is_mountain
    and void_reason is null and held_on <= make_date($3, 12, 31) and coalesce(until_on >= make_date($3, 12, 31), true)`,
  K01: `count(*) ${awards('letter')}`,
  'K01:collective': `count(*) ${awards('letter', `and recipient_kind = 'collective'`)}`,
  'K01:individual': `count(*) ${awards('letter', `and recipient_kind = 'individual'`)}`,
  K02: `count(*) ${awards('certificate')}`,
  'K02:collective': `count(*) ${awards('certificate', `and recipient_kind = 'collective'`)}`,
  K04: `count(*) ${mine('award')} and form_code = 'medal' and ${ofYear('submitted_on')}
    and state in ('submitted', 'received', 'voted', 'decided', 'rejected', 'revoked')`,
  'K04:granted': `count(*) ${awards('medal')}`,
}

/** By cell key what plain SQL counts; a cell of nothing is left out, as the registers leave it out. */
export async function cellsOfYear(
  database: TestDatabase,
  of: { province: UnitId; unit: UnitId; year: number },
): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const [key, sql] of Object.entries(cells)) {
    // Each statement names all three, so that one list of values serves them all.
    const asked = `select (select ${sql})::float as n where $1::uuid <> $2::uuid or $3::int > 0`
    const [row] = await database.asOwner<{ n: number }>(asked, [of.province, of.unit, of.year])
    if (row && row.n > 0) found[key] = row.n
  }
  return found
}
