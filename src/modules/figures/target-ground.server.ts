import { dayInVietnam, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { ruledRegimes, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { communesInForce, lastVersionIn, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { CellRef, Indicator } from './indicator.ts'
import { readIndicator } from './indicators.server.ts'
import type { TargetRefusal } from './target-labels.ts'
import { indicatorRowsOn } from './target-store.server.ts'
import { readTarget, usualAim, type TargetAim, type TargetDocument, type TargetWording } from './target.ts'

/** An indicator as targets are set for it: with the parts it may be given in. */
export type TargetIndicator = Indicator & { dimensions: readonly string[] }

/** A wording as it was typed; `aim` null is what is usual for the indicator. */
export type TypedTarget = { aim: TargetAim | null; raw: string; reason: string; document: TargetDocument }

/** What targets are decided on, read once however many rows a list has. */
export type TargetGround = {
  indicatorsOn(day: LocalDate): Promise<ReadonlyMap<string, TargetIndicator>>
  /** The province and its communes on a day. */
  unitsOn(day: LocalDate): Promise<ReadonlyMap<UnitId, UnitVersion>>
}

export function targetGround(tx: Tx, province: UnitId): TargetGround {
  const indicators = new Map<LocalDate, Promise<ReadonlyMap<string, TargetIndicator>>>()
  const units = new Map<LocalDate, Promise<ReadonlyMap<UnitId, UnitVersion>>>()
  return {
    indicatorsOn: (day) => kept(indicators, day, () => readIndicators(tx, day)),
    unitsOn: (day) => kept(units, day, () => readUnits(tx, province, day)),
  }
}

async function readIndicators(tx: Tx, day: LocalDate): Promise<ReadonlyMap<string, TargetIndicator>> {
  const rows = await indicatorRowsOn(tx, day)
  return new Map(rows.map((row) => [row.indicator_code, { ...readIndicator(row), dimensions: row.dimensions }]))
}

async function readUnits(tx: Tx, province: UnitId, day: LocalDate): Promise<ReadonlyMap<UnitId, UnitVersion>> {
  const own = await unitOn(tx, province, day)
  const communes = await communesInForce(tx, province, day)
  return new Map([...(own ? [own] : []), ...communes].map((unit) => [unit.unit, unit]))
}

function kept<Value>(map: Map<LocalDate, Promise<Value>>, day: LocalDate, read: () => Promise<Value>): Promise<Value> {
  const known = map.get(day) ?? read()
  map.set(day, known)
  return known
}

const [yearsBack, yearsAhead] = [10, 5]

/** What is wrong with the place of a target, or the indicator it is set for. */
export async function placeProblem(
  tx: Tx,
  ctx: Ctx,
  ground: TargetGround,
  { unit, cell, period }: { unit: UnitId; cell: CellRef; period: Period },
): Promise<{ ok: false; refusal: TargetRefusal } | { ok: true; indicator: TargetIndicator }> {
  const no = (refusal: TargetRefusal) => ({ ok: false as const, refusal })
  const thisYear = partsOf(dayInVietnam(ctx.now)).year
  const [from, to] = [thisYear - yearsBack, thisYear + yearsAhead]
  if (!ruledRegimes.some((one) => one === period.regime)) return no({ code: 'period-not-ruled' })
  const year = partsOf(period.to).year
  if (year < from || year > to) return no({ code: 'period-out-of-reach', from, to })
  const indicator = (await ground.indicatorsOn(period.to)).get(cell.code)
  if (!indicator) return no({ code: 'indicator-unknown', given: cell.code })
  if (cell.dimension !== '' && !indicator.dimensions.includes(cell.dimension))
    return no({ code: 'part-unknown', given: cell.dimension })
  if (!(await ground.unitsOn(period.to)).has(unit)) {
    const known = await lastVersionIn(tx, unit, ctx.actor.province, period.to)
    return no({ code: 'unit-not-in-force', unit: known?.name ?? 'Đơn vị này', day: period.to })
  }
  return { ok: true, indicator }
}

const whole = quantity(100)

/** A wording as it will stand, or what is wrong with it. */
export function readWording(
  ctx: Ctx,
  indicator: Indicator,
  typed: TypedTarget,
): { ok: false; refusal: TargetRefusal } | { ok: true; wording: TargetWording } {
  const no = (refusal: TargetRefusal) => ({ ok: false as const, refusal })
  const reading = readTarget(typed.raw, indicator.numeral)
  if (reading.kind === 'no-number') return no({ code: 'amount-missing' })
  if (reading.kind === 'hedged') return no({ code: 'amount-hedged' })
  if (reading.kind === 'asked')
    return no({
      ...{ code: 'amount-unclear', doubt: reading.doubt },
      ...{ candidates: reading.candidates, numeral: indicator.numeral },
    })
  if (indicator.numeral === 'percent' && reading.amount > whole) return no({ code: 'amount-over-whole' })
  const today = dayInVietnam(ctx.now)
  if (typed.document.on !== null && typed.document.on > today) return no({ code: 'document-not-yet', today })
  if (holdsPersonalNumber(typed.reason)) return no({ code: 'personal-number', field: 'reason' })
  if (holdsPersonalNumber(typed.document.number)) return no({ code: 'personal-number', field: 'document' })
  const { raw, reason, document } = typed
  return { ok: true, wording: { raw, reason, document, aim: typed.aim ?? usualAim(indicator), amount: reading.amount } }
}
