import { newId } from '#kernel/ids.ts'
import { addDays } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { setStandingOf, type ReportStatus } from '#modules/reporting/lifecycle.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import type { TestDatabase } from './database.ts'
import type { HundredCommunes } from './hundred-communes.ts'

let dice = 20_260

/** The same at every run: what is wrong can be looked at again. */
function chance(): number {
  dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648
  return dice / 2_147_483_648
}

type Life =
  | 'accepted'
  | 'amended'
  | 'amending'
  | 'waiting'
  | 'late'
  | 'returned'
  | 'returned-again'
  | 'recalled'
  | 'blank'
  | 'partly'
  | 'draft'
  | 'missing'
const lives: readonly (readonly [Life, number])[] = [
  ...([
    ['accepted', 0.33],
    ['amended', 0.08],
    ['amending', 0.08],
    ['late', 0.1],
    ['waiting', 0.08],
    ['returned', 0.05],
    ['returned-again', 0.05],
  ] as const),
  ...([
    ['recalled', 0.04],
    ['blank', 0.04],
    ['partly', 0.06],
    ['draft', 0.04],
    ['missing', 0.05],
  ] as const),
]
function someLife(): Life {
  let left = chance()
  for (const [life, share] of lives) if ((left -= share) < 0) return life
  return 'missing'
}

const stepsOf: Record<Exclude<Life, 'missing'>, readonly (readonly [string, number])[]> = {
  accepted: [
    ['submit', 5],
    ['accept', 7],
  ],
  amended: [
    ['submit', 5],
    ['accept', 7],
  ],
  amending: [
    ['submit', 5],
    ['accept', 7],
  ],
  late: [
    ['submit', 16],
    ['accept', 20],
  ],
  waiting: [['submit', 6]],
  returned: [
    ['submit', 4],
    ['return', 8],
  ],
  'returned-again': [
    ['submit', 4],
    ['return', 8],
    ['submit', 14],
    ['accept', 15],
  ],
  recalled: [
    ['submit', 4],
    ['recall', 5],
  ],
  blank: [
    ['submit', 4],
    ['accept', 6],
  ],
  partly: [
    ['submit', 5],
    ['accept', 9],
  ],
  draft: [],
}
const statusAfter: Record<string, ReportStatus> = {
  submit: 'submitted',
  accept: 'accepted',
  return: 'returned',
  recall: 'draft',
}

/** What a copy froze, as far as the counting of its cells reads it: ten cells, some of them answered. */
function contentOf(answered: number): object {
  const lines = Array.from({ length: 10 }, (_, at) => ({
    figure: { value: { state: at < answered ? 'reported' : 'not-yet-known' } },
  }))
  return { lines, findings: [] }
}

/** Rows as the commands leave them: twelve hundred reports one by one would keep everybody waiting. */
export async function inventYear(
  database: TestDatabase,
  world: HundredCommunes,
  months: readonly Period[],
): Promise<void> {
  const reports: unknown[][] = []
  const events: unknown[][] = []
  const figures: unknown[][] = []
  const amendments: unknown[][] = []
  const copies: unknown[][] = []
  const [version] = await database.asOwner<{ id: string }>(
    `select id from template_version where valid @> '2025-06-01'::date and template_code = $1`,
    [currentTemplate],
  )
  for (const { unit } of world.communes) {
    for (const period of months) {
      const life = someLife()
      if (life === 'missing') continue
      const id = newId<'Report'>()
      const steps = stepsOf[life]
      const status: ReportStatus = statusAfter[steps.at(-1)?.[0] ?? ''] ?? 'draft'
      reports.push([world.province, id, unit, version?.id, 'month', period.from, period.to, status])
      steps.forEach(([move, after], at) =>
        events.push([
          world.province,
          id,
          at + 1,
          unit,
          move,
          statusAfter[move],
          `${addDays(period.to, after)}T09:00:00+07:00`,
        ]),
      )
      const standing = setStandingOf[status]
      const answered = life === 'blank' ? 0 : life === 'partly' ? 6 : 10
      if (steps.length > 0) copies.push([world.province, id, unit, JSON.stringify(contentOf(answered))])
      if (life !== 'blank')
        figures.push([world.province, unit, period.from, period.to, id, 1 + Math.floor(chance() * 40), standing])
      if (life === 'amended') amendments.push([world.province, id, unit, 'accepted', 2])
      if (life === 'amending') amendments.push([world.province, id, unit, 'open', null])
    }
  }
  const columns = (rows: unknown[][], at: number) => rows.map((row) => row[at])
  const all = (rows: unknown[][]) => (rows[0] ?? []).map((_, at) => columns(rows, at))
  await database.asOwner(
    `insert into report (province_id, id, unit_id, template_version, regime, period_from, period_to, status, created_at, changed_at)
     select p, i, u, v, r, f, t, s, now(), now()
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[], $8::text[]) as x (p, i, u, v, r, f, t, s)`,
    all(reports),
  )
  await database.asOwner(
    `insert into report_event (province_id, report_id, n, unit_id, move, from_status, to_status, at, person_name)
     select p, r, n, u, m, 'draft', s, a, 'Ai đó'
     from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[]) as x (p, r, n, u, m, s, a)`,
    all(events),
  )
  const inSets = all(figures)
  await database.asOwner(
    `insert into figure_set (province_id, id, unit_id, period_from, period_to, standing, origin, n)
     select p, s, u, f, t, o, 'entered', 0
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[], $5::uuid[], $6::text[]) as x (p, u, f, t, s, o)`,
    [...inSets.slice(0, 5), inSets[6]],
  )
  await database.asOwner(
    `insert into figure_value (province_id, unit_id, indicator_version, period_from, period_to, state, amount, basis, changed_at, set_id)
     select p, u, 'F01@1', f, t, 'reported', a, 'typed', now(), s
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[], $5::uuid[], $6::numeric[]) as x (p, u, f, t, s, a)`,
    inSets.slice(0, 6),
  )
  await database.asOwner(
    `insert into report_copy (province_id, report_id, n, unit_id, content, at)
     select p, r, 1, u, c::jsonb, now() from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as x (p, r, u, c)`,
    all(copies),
  )
  if (amendments.length === 0) return
  await database.asOwner(
    `insert into amendment (province_id, report_id, n, unit_id, status, reason, base_copy, copy, at, changed_at)
     select p, r, 1, u, s, 'Đếm sót hai buổi', 1, c, now(), now()
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[]) as x (p, r, u, s, c)`,
    all(amendments),
  )
  // What an open amendment says counts nowhere yet.
  await database.asOwner(
    `insert into amendment_cell (province_id, report_id, n, indicator_version, unit_id, raw, note, why, person_name, at)
     select province_id, report_id, n, 'F01@1', unit_id, '99999', '', '', 'Ai đó', now()
     from amendment where province_id = $1 and status = 'open'`,
    [world.province],
  )
}
