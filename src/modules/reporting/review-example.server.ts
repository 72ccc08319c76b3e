import type { Id } from '#kernel/ids.ts'
import type { Period } from '#kernel/period.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { insertAmendment } from './amendment-store.server.ts'
import { isCounted } from './lifecycle.ts'
import type { TemplateCode } from './report.ts'
import { newestCopy } from './copy-store.server.ts'
import { reportFor } from './store.server.ts'

/** Opens an amendment of one invented report, so that a newcomer sees what one looks like; no number moves by it. */
export async function loadExampleReview(
  db: Db,
  province: UnitId,
  of: { unitCode: string; period: Period; template: TemplateCode },
  now: Date,
): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const unit = await lastKnownUnit(tx, of.unitCode)
    const report =
      unit && (await reportFor(tx, province, { unit: unit.unit, template: of.template, period: of.period }))
    const copy = report && (await newestCopy(tx, report))
    if (!unit || !report || !copy || !isCounted(report.status)) return
    const actor: Actor = {
      account: exampleAccount,
      name: 'Phạm Thị Mẫu',
      duty: 'commune-officer',
      unit: unit.unit,
      province,
    }
    const begun = { n: 1, baseCopy: copy.n, reason: 'Sổ của hai thôn gửi muộn, số cuộc đối thoại còn thiếu.' }
    await insertAmendment(tx, report, begun, { move: 'open', to: 'open', note: '', at: now, actor })
    await record(tx, {
      province,
      account: null,
      unit: unit.unit,
      kind: 'amendment-open',
      object: { kind: 'report', id: report.id },
      changed: { amendment: 1 },
      at: now,
    })
  })
}

/** Nobody's account: the person of the example is invented. */
const exampleAccount = '00000000-0000-7000-8000-000000000228' as Id<'Account'>
