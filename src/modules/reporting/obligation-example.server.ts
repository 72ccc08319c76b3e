import { newId } from '#kernel/ids.ts'
import { addDays, dayInVietnam } from '#kernel/local-date.ts'
import { inScope, type Db } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { everyCell } from './completeness.ts'
import { endedQuarters } from './obligation.ts'
import { writeObligations } from './obligation-arising.server.ts'
import { answeredObligations } from './obligation-queries.server.ts'
import { insertRule } from './obligation-store.server.ts'
import type { TemplateCode } from './report.ts'

const person = 'Trần Thị Thử'

/**
 * What the example province owes: its communes the eight quarters there are reports of, the province itself the last two; and
 * more time for one commune that has begun the last quarter and not handed it in.
 */
export async function loadExampleObligations(
  db: Db,
  province: UnitId,
  template: TemplateCode,
  now: Date,
): Promise<void> {
  const today = dayInVietnam(now)
  const [last, before, ...earlier] = endedQuarters(today, 8)
  const first = earlier.at(-1)
  if (!last || !before || !first) return
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const by = { account: null, person, at: now }
    const rule = {
      ...{ template, tree: 'state' as const, regime: 'quarter' as const, until: null, isCertain: false },
      least: everyCell,
      ...{
        due: { by: 'calendar-days' as const, count: 10 },
        source: 'Quy ước của tỉnh ví dụ, không phải văn bản thật',
      },
    }
    await insertRule(tx, province, { ...rule, levels: ['commune'], from: first.to }, by)
    await insertRule(tx, province, { ...rule, levels: ['province'], from: before.to }, by)
    await writeObligations(tx, province, now)
    const owed = await answeredObligations(tx, { province, template, from: last.to, to: last.to })
    const begun = owed.find(({ status }) => status === 'draft')
    if (!begun) return
    await tx
      .insertInto('obligation_extension')
      .values({
        ...{ province_id: province, id: newId<'ObligationExtension'>(now), obligation_id: begun.id },
        ...{ unit_id: begun.unit, until: addDays(today, 5), given_at: now, account_id: null, person_name: person },
        reason: 'Mưa lũ đầu tháng, cán bộ đi giúp dân (ví dụ)',
      })
      .execute()
  })
}
