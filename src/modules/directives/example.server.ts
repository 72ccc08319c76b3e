import { newId } from '#kernel/ids.ts'
import { addDays, dayInVietnam, localDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { recordExample, type SheetPlace } from '#modules/access/sheet-commands.server.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { directiveKeeping, reviewKeeping } from './commands.server.ts'
import type { DirectiveEntry } from './directive.ts'
import type { ReviewEntry } from './review.ts'

/** Invented documents of the invented province and a commune, and what they reviewed in the running quarter. */
export async function loadExampleDirectives(db: Db, province: UnitId, communeCode: string, now: Date): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const commune = (await lastKnownUnit(tx, communeCode))?.unit
    if (!commune) throw new Error(`db/example does not contain ${communeCode}`)
    const { year } = partsOf(dayInVietnam(now))
    const of = (unit: UnitId): SheetPlace => ({ province, unit, id: newId<'Sheet'>(now) })
    const ofProvince = of(province)
    await recordExample(tx, directiveKeeping, 'directive-recorded', ofProvince, document(year, 'province'), now)
    await recordExample(tx, directiveKeeping, 'directive-recorded', of(commune), document(year, 'commune'), now)
    const held = inRunningQuarter(dayInVietnam(now), 6)
    await review(
      tx,
      of(commune),
      { code: '25-nq-tw', number: '25-NQ/TW', issuedOn: localDate('2013-06-03') },
      10,
      held,
      now,
    )
    // Four years reported as five: what the warning is for.
    const early = localDate(`${year - 4}-12-20`)
    const own = { code: ofProvince.id, number: '12-NQ/TU', issuedOn: early }
    await review(tx, of(province), own, 5, held, now)
  })
}

function document(year: number, of: 'province' | 'commune'): DirectiveEntry {
  const common = { inForceFrom: null, inForceTo: null, replacedBy: '', amends: '', source: 'Văn bản ví dụ' }
  return of === 'province'
    ? {
        ...{ ...common, number: '12-NQ/TU', kind: 'resolution', issuer: 'Ban Chấp hành Đảng bộ Tỉnh Ví Dụ' },
        ...{
          issuedOn: localDate(`${year - 4}-12-20`),
          subject: 'Nâng cao chất lượng phong trào “Dân vận khéo” ở cơ sở',
        },
      }
    : {
        ...{ ...common, number: '03-KH/ĐU', kind: 'plan', issuer: 'Đảng ủy xã Sông Xanh' },
        ...{ issuedOn: localDate(`${year}-01-15`), subject: `Công tác dân vận năm ${year}` },
      }
}

async function review(
  tx: Tx,
  place: SheetPlace,
  directive: ReviewEntry['directive'],
  years: number,
  heldOn: LocalDate,
  at: Date,
): Promise<void> {
  const kind = years === 10 ? 'final' : 'interim'
  const conclusions = 'Tiếp tục gặp gỡ, lắng nghe; việc gì dân hỏi nhiều thì trả lời công khai ở nhà văn hóa thôn.'
  const entry: ReviewEntry = { directive, kind, years, heldOn, period: null, document: '', conclusions }
  await recordExample(tx, reviewKeeping, 'review-recorded', place, entry, at)
}

/** Some days ago, but in the quarter that still runs: what was handed in before counts nothing of the example. */
function inRunningQuarter(today: LocalDate, daysAgo: number): LocalDate {
  const { year, month } = partsOf(today)
  const first = localDate(`${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`)
  const day = addDays(today, -daysAgo)
  return day < first ? first : day
}
