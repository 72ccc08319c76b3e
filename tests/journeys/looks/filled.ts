import type { TestDatabase } from '../../support/database.ts'
import { workingQuarter } from '../../support/period.ts'

/** An address with each `:name` found in the example. */
export async function filled(database: TestDatabase, address: string): Promise<string> {
  let whole = address
  for (const [mark, name = ''] of address.matchAll(/:([a-z-]+)/g))
    whole = whole.replace(mark, name === 'quarter' ? workingQuarter.key : await found(database, name))
  return whole
}

const inLastQuarter = `r.regime = 'quarter' and r.period_to = (select max(period_to) from report where regime = 'quarter')`

const sought: Record<string, string> = {
  'unit-merged': `select '/don-vi/' || u.code as found from territorial_link l
    join unit u on u.id = l.from_unit_id where u.code like 'vi-du-%' order by u.code limit 1`,
  'unit-from-others': `select '/don-vi/' || u.code as found from territorial_link l
    join unit u on u.id = l.to_unit_id where u.code like 'vi-du-%' order by l.extent, u.code limit 1`,
  'public-source': `select '/don-vi/' || u.code || '/bao-cao/' || p.report_id as found from publication p
    join unit u on u.id = p.unit_id where u.code = 'huyen-que-son'`,
  'map-source': `select '/don-vi/' || u.code || '/bao-cao/' || p.report_id || '/ban-do' as found from publication p
    join unit u on u.id = p.unit_id where u.code = 'huyen-que-son'`,
  'map-then': `select '/don-vi/' || u.code || '/bao-cao/' || p.report_id || '/ban-do?ban-do=2025-06-30' as found
    from publication p join unit u on u.id = p.unit_id where p.origin = 'entered' order by p.report_id limit 1`,
  'public-entered': `select '/don-vi/' || u.code || '/bao-cao/' || p.report_id as found from publication p
    join unit u on u.id = p.unit_id where p.origin = 'entered' order by p.published_at desc, p.report_id limit 1`,
  practice: `select '/thu-vien/' || p.initiative_id as found from library_page p join unit u on u.id = p.unit_id
    where u.code = 'vi-du-song-xanh'`,
  'practice-desk': `select '/desk/mo-hinh/' || p.initiative_id as found from library_page p join unit u on u.id = p.unit_id
    where u.code = 'vi-du-song-xanh'`,
  'practice-line': `select '/desk/mo-hinh/' || f.initiative_id || '/theo-doi/' || f.id as found from follow_up f
    join unit u on u.id = f.unit_id where u.code = 'vi-du-song-xanh' and f.kind = 'output' order by f.id limit 1`,
  'template-draft': `select '/admin/mau-bao-cao/' || id as found from template_version where id = 'rieng-vi-du@1'`,
  'practice-too': `select '/desk/mo-hinh/lam-theo/' || p.initiative_id as found from library_page p join unit u on u.id = p.unit_id
    where u.code = 'vi-du-song-xanh'`,
  amended: `select a.report_id as found from amendment a join unit u on u.id = a.unit_id
    where u.code = 'vi-du-song-xanh' order by a.report_id limit 1`,
  returned: `select r.id as found from report r join unit u on u.id = r.unit_id
    where u.code = 'vi-du-nui-vang' and r.status = 'returned'`,
  cumulative: `select r.id as found from report r join unit u on u.id = r.unit_id
    where u.code = 'vi-du-nui-vang' and r.status = 'draft' and r.regime <> 'quarter'`,
  'cumulative-period': `select to_char(period_from, 'YYYY-MM-DD') || '_' || to_char(period_to, 'YYYY-MM-DD') as found
    from report where status = 'draft' and regime <> 'quarter' limit 1`,
  submitted: `select r.id as found from report r join unit u on u.id = r.unit_id
    where u.code = 'vi-du-bai-dau' and r.status = 'submitted'`,
  draft: `select r.id as found from report r where r.status = 'draft' and ${inLastQuarter} order by r.id limit 1`,
  accepted: `select r.id as found from report r where r.status = 'accepted' and ${inLastQuarter} order by r.id limit 1`,
  account: `select id as found from account where sign_in_name = 'xa.nuivang'`,
  handover: `select '/admin/ban-giao?tu=31/12/2099&nhiem-vu=' || d.id || '&nhan=' || t.id as found
    from duty d join account f on f.id = d.account_id, account t
    where f.sign_in_name = 'xa.nuivang' and t.sign_in_name = 'xa.songxanh'`,
  dialogue: `select d.id as found from dialogue d join unit u on u.id = d.unit_id
    where u.code = 'vi-du-song-xanh' and d.void_reason is null order by d.held_on limit 1`,
  meant: `select id as found from reorganisation where status = 'draft'`,
  decided: `select id as found from reorganisation where status = 'decided'`,
  target: `select t.id as found from figure_target t join unit u on u.id = t.unit_id
    where u.code = 'vi-du-song-xanh' and t.n > 1 limit 1`,
  'target-withdrawn': `select id as found from figure_target where not is_in_force limit 1`,
  initiative: `select y.initiative_id as found from initiative_year y join unit u on u.id = y.unit_id
    where u.code = 'vi-du-song-xanh' and y.state = 'recognised' limit 1`,
  'initiative-draft': `select y.initiative_id as found from initiative_year y join unit u on u.id = y.unit_id
    where u.code = 'vi-du-song-xanh' and y.state = 'draft' limit 1`,
  'scoring-set': `select id as found from scoring_set where name like 'Phiếu chấm%' limit 1`,
  round: `select id as found from appraisal_round order by created_at limit 1`,
  'round-subject': `select subject_id as found from appraisal_sheet order by id limit 1`,
  visit: `select id as found from visit where kind = 'supervision' order by held_on desc limit 1`,
  finding: `select f.id as found from finding f join unit u on u.id = f.owner_unit_id
    where u.code = 'vi-du-song-xanh' and f.severity = 'serious' limit 1`,
  meeting: `select m.id as found from meeting m join unit u on u.id = m.unit_id
    where u.code = 'vi-du-song-xanh' and m.kind = 'conference' limit 1`,
  'dialogue-ahead': `select id as found from dialogue where state = 'announced' limit 1`,
  'dialogue-public': `select id as found from dialogue where state = 'published' limit 1`,
  'dialogue-question': `select q.id as found from dialogue_question q join dialogue d on d.id = q.dialogue_id
    where d.state = 'published' order by q.asked_at limit 1`,
  commitment: `select id as found from commitment where state = 'open' order by id limit 1`,
  'award-decided': `select id as found from award where state = 'decided' and recipient_kind = 'individual' limit 1`,
  'award-returned': `select id as found from award where state = 'returned' limit 1`,
  'award-submitted': `select id as found from award where state = 'submitted' limit 1`,
  ceremony: `select id as found from ceremony limit 1`,
  campaign: `select id as found from campaign where kind = 'theme' limit 1`,
  pledge: `select id as found from pledge limit 1`,
  contest: `select id as found from contest limit 1`,
  'work-item': `select id as found from work_item order by title limit 1`,
  review: `select id as found from directive_review where years = 5 limit 1`,
  directive: `select id as found from local_directive where unit_id <> province_id limit 1`,
  'dialogue-void': `select id as found from dialogue where void_reason is not null limit 1`,
  hamlet: `select v.sub_commune_id as found from sub_commune_version v join unit u on u.id = v.unit_id
    where u.code = 'vi-du-song-xanh' and v.name = 'Đồi Ngang'`,
  'hamlet-merged': `select v.sub_commune_id as found from sub_commune_version v join unit u on u.id = v.unit_id
    where u.code = 'vi-du-song-xanh' and v.change = 'merged' order by v.name limit 1`,
  body: `select v.body_id as found from body_version v join unit u on u.id = v.unit_id
    where u.code = 'vi-du-song-xanh' and v.change = 'taken-over'`,
  'body-ended': `select v.body_id as found from body_version v join unit u on u.id = v.unit_id
    where u.code = 'vi-du-song-xanh' and v.change = 'merged'`,
  district: `select '/desk/tong-hop/2025-q2/huyen/' || u.id as found from unit u
    join unit_version v on v.unit_id = u.id join unit p on p.id = v.province_id
    where v.level = 'district' and p.code = 'vi-du' order by u.code limit 1`,
}

async function found(database: TestDatabase, name: string): Promise<string> {
  const [row] = await database.asOwner<{ found: string }>(sought[name] ?? '')
  if (!row) throw new Error(`The example has nothing for ${name}`)
  return row.found
}
