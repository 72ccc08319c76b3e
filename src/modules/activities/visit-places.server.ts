import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import { communesEndedWithin, communesInForce, districtsInForce } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { VisitRefusal } from './visit-labels.ts'
import type { TypedStop, VisitStop } from './visit.ts'

const longAgo = localDate('1990-01-01')
/** Districts ended and most communes changed their names on the next day (Nghị quyết 203/2025/QH15). */
const lastOfDistricts = localDate('2025-06-30')

/**
 * Which unit of the province each name means on its day. A name that no commune or district ever had is a place of its own (an
 * office, a school, a hamlet); one that a unit bears on other days only is asked about.
 */
export async function placesNamed(
  tx: Tx,
  province: UnitId,
  typed: readonly TypedStop[],
  today: LocalDate,
): Promise<{ ok: true; stops: VisitStop[] } | { ok: false; refusal: VisitRefusal }> {
  const onDay = new Map<LocalDate, UnitVersion[]>()
  const stops: VisitStop[] = []
  for (const { name, on, field } of typed) {
    const inForce = onDay.get(on) ?? (await unitsOn(tx, province, on))
    onDay.set(on, inForce)
    const found = meant(inForce, name)
    if (found === 'several') return { ok: false, refusal: { code: 'place-ambiguous', place: name, field } }
    if (!found && meant(await unitsEver(tx, province, today), name))
      return { ok: false, refusal: { code: 'place-not-in-force', place: name, day: on, field } }
    stops.push({ unit: found?.unit ?? null, code: found?.code ?? null, name: found?.name ?? name, on })
  }
  return { ok: true, stops }
}

/** The names an officer may choose from: the communes and districts of a day, and the province's own name for it. */
export async function unitsOn(tx: Tx, province: UnitId, day: LocalDate): Promise<UnitVersion[]> {
  return [...(await communesInForce(tx, province, day)), ...(await districtsInForce(tx, province, day))]
}

async function unitsEver(tx: Tx, province: UnitId, today: LocalDate): Promise<UnitVersion[]> {
  return [
    ...(await unitsOn(tx, province, today)),
    ...(await communesEndedWithin(tx, province, longAgo, today)),
    ...(await unitsOn(tx, province, lastOfDistricts)),
  ]
}

/** With its marks first: two communes may differ by them alone. */
function meant(units: readonly UnitVersion[], name: string): UnitVersion | 'several' | null {
  const exact = units.filter((unit) => unit.name.toLowerCase() === name.toLowerCase())
  const alike = exact.length > 0 ? exact : units.filter((unit) => fold(unit.name) === fold(name))
  if (new Set(alike.map(({ unit }) => unit)).size > 1) return 'several'
  return alike[0] ?? null
}
