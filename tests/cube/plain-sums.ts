import type { Period } from '#kernel/period.ts'
import type { PlainLanding, PlainLedger, Said, UnitOfDay } from './plain-ledger.ts'

/** What a territory comes to, in the plainest way: from how many units, who is missing, and the sum of each cell. */
export type PlainSums = {
  counted: number
  missing: number
  none: number
  amounts: bigint[]
  hedges: Set<string>[]
  isApportioned: boolean
  isRefused: boolean
}

/** Whom and what is added up: cells that are added over the same units, for a reader's limits. */
export type Adding = {
  ledger: PlainLedger
  period: Period
  cells: readonly string[]
  leastOf(unit: string): number | null
  from: 'communes' | 'any'
  /** Only units of this kind have a part in an average over it. */
  kind: string | null
}

export function nothingAdded(size: number): PlainSums {
  return {
    ...{ counted: 0, missing: 0, none: 0, isApportioned: false, isRefused: false },
    amounts: new Array<bigint>(size).fill(0n),
    hedges: Array.from({ length: size }, () => new Set<string>()),
  }
}

type Answer = Said[] | 'none' | null

/** What a unit says to all cells at once. */
function answerOf({ ledger, period, cells, leastOf, from, kind }: Adding, unit: UnitOfDay): Answer {
  if (kind !== null && unit.level === 'commune' && unit.kind !== kind) return 'none'
  const least = leastOf(unit.unit)
  if (least === null) return null
  const rows: Said[] = []
  for (const cell of cells) {
    const said = ledger.said(cell, period, unit.unit, least, from)
    if (!said) return null
    if (said.state === 'not-applicable') return 'none'
    rows.push(said)
  }
  return rows
}

function add(sums: PlainSums, rows: readonly { qualifier: string; amount: bigint }[]): void {
  sums.counted += 1
  rows.forEach(({ qualifier, amount }, at) => {
    sums.amounts[at] = (sums.amounts[at] ?? 0n) + amount
    if (amount !== 0n) sums.hedges[at]?.add(qualifier)
  })
}

/** Over all that lies in a unit, of communes alone or a larger unit's own number before its parts. */
export function addedUp(
  adding: Adding,
  target: UnitOfDay,
  childrenOf: (unit: string) => readonly UnitOfDay[],
): PlainSums {
  const sums = nothingAdded(adding.cells.length)
  if (adding.from === 'communes') {
    const visit = (one: UnitOfDay): void => {
      if (one.level === 'commune') {
        const answer = answerOf(adding, one)
        if (answer === null) sums.missing += 1
        else if (answer === 'none') sums.none += 1
        else add(sums, answer)
      }
      childrenOf(one.unit).forEach(visit)
    }
    visit(target)
    return sums
  }
  const visit = (one: UnitOfDay): boolean => {
    const answer = answerOf(adding, one)
    if (answer !== null && answer !== 'none') {
      add(sums, answer)
      return true
    }
    const before = sums.missing
    const isOpened = childrenOf(one.unit)
      .map(visit)
      .some((given) => given)
    if (answer === 'none') sums.none += 1
    if (isOpened) return true
    sums.missing = before + (answer === null ? 1 : 0)
    return answer === 'none'
  }
  visit(target)
  return sums
}

/** Over the communes of then that lie in a unit of another day's map: whole, or in parts where they were divided. */
export function addedOnMap(
  adding: Adding,
  target: { unit: string; level: string },
  communes: readonly UnitOfDay[],
  landingsOf: (unit: string, level: string) => readonly PlainLanding[],
  isNeverNegative: boolean,
): PlainSums {
  const sums = nothingAdded(adding.cells.length)
  for (const one of communes) {
    const landing = landingsOf(one.unit, target.level)
    const mine = landing.find((part) => part.target === target.unit)
    if (!mine) continue
    const answer = answerOf(adding, one)
    if (answer === null) sums.missing += 1
    else if (answer === 'none') sums.none += 1
    else addPart(adding, sums, one, answer, mine, isNeverNegative)
  }
  return sums
}

function addPart(
  { ledger, period, cells, leastOf, from }: Adding,
  sums: PlainSums,
  { unit }: UnitOfDay,
  answer: readonly Said[],
  { count, share, target }: PlainLanding,
  isNeverNegative: boolean,
): void {
  const isNothing = isNeverNegative && answer.every(({ amount }) => amount === 0n)
  if (count === 1 || isNothing) return add(sums, answer)
  if (share === null) {
    sums.isRefused = true
    return
  }
  sums.isApportioned = true
  const least = leastOf(unit) ?? 0
  add(
    sums,
    answer.map(({ qualifier }, at) => ({
      qualifier,
      amount: ledger.part(cells[at] ?? '', period, unit, least, from, target),
    })),
  )
}
