import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { Quantity } from '#kernel/quantity.ts'
import { apportion } from './apportion.ts'
import { wholeShare, type Succession, type SuccessionLink } from './event.ts'
import type { Register } from './register.ts'
import type { UnitId } from './unit.ts'

export const divisionBases = ['people', 'households', 'area'] as const
/** What was counted to know how a unit was divided (tính theo gì). */
export type DivisionBasis = (typeof divisionBases)[number]

export const basisWord: Record<DivisionBasis, string> = { people: 'số dân', households: 'số hộ', area: 'diện tích' }

/** One part of a stated division; `amount` null where a percentage was typed. */
export type StatedPart = { event: SuccessionLink['event']; to: UnitId; amount: Quantity | null; share: number }

/** How one older unit was divided, as its province states it (tỷ lệ chia do tỉnh nhập). */
export type StatedDivision = {
  from: UnitId
  basis: DivisionBasis
  source: string
  on: LocalDate
  parts: readonly StatedPart[]
}

/** Millionths in proportion to amounts, by the largest remainder: together exactly one whole. */
export function sharesByAmount(amounts: readonly bigint[]): number[] {
  return apportion(BigInt(wholeShare), amounts).map(Number)
}

/**
 * What provinces stated, laid over links whose shares the register does not know. The register comes first: of a unit whose
 * shares it has learnt, and of one whose parts it draws otherwise by now, nothing stated is used. Of two statements about one unit
 * the later in the list counts.
 */
export function statedOver(links: readonly SuccessionLink[], divisions: readonly StatedDivision[]): SuccessionLink[] {
  if (divisions.length === 0) return [...links]
  const from = Map.groupBy(links, (link) => link.from)
  const used = new Map<string, StatedPart & { division: StatedDivision }>()
  for (const division of divisions) {
    if (!fits(division, from.get(division.from) ?? [])) continue
    for (const part of division.parts) used.set(keyOf({ ...part, from: division.from }), { ...part, division })
  }
  const back = backShares(links, (link) => used.get(keyOf(link)) ?? null)
  return links.map((link) => {
    const stated = used.get(keyOf(link))
    if (!stated) return link
    const shareSource = sourceWords(stated.division)
    return { ...link, share: stated.share, backShare: back.get(keyOf(link)) ?? link.backShare, shareSource }
  })
}

/** `số dân, nguồn: Công an xã, do tỉnh nhập ngày 22/11/2026`: what every page says beside the share. */
export function sourceWords({ basis, source, on }: Pick<StatedDivision, 'basis' | 'source' | 'on'>): string {
  return `${basisWord[basis]}, nguồn: ${source}, do tỉnh nhập ngày ${formatDay(on)}`
}

/** All parts of the unit are stated, they make one whole, and the register does not know them itself. */
export function fits(
  division: Pick<StatedDivision, 'parts' | 'from'>,
  links: readonly Pick<SuccessionLink, 'event' | 'from' | 'to' | 'share'>[],
): boolean {
  if (!links.some(({ share }) => share === null) || links.length !== division.parts.length) return false
  const keys = new Set(links.map(keyOf))
  const isSame = division.parts.every((part) => keys.has(keyOf({ ...part, from: division.from })))
  return isSame && division.parts.reduce((sum, { share }) => sum + share, 0) === wholeShare
}

type LinkKey = Pick<SuccessionLink, 'event' | 'from' | 'to'>

function keyOf({ event, from, to }: LinkKey): string {
  return `${event} ${from} ${to}`
}

/**
 * How much of a newer unit came from each older one: known only where every one of them was divided and counted the same way.
 * A unit that also took in a whole one, whose people nobody stated, stays unknown.
 */
function backShares(
  links: readonly SuccessionLink[],
  statedOf: (link: SuccessionLink) => (StatedPart & { division: StatedDivision }) | null,
): Map<string, number> {
  const found = new Map<string, number>()
  const touched = new Set(links.flatMap((link) => (statedOf(link) ? link.to : [])))
  const into = Map.groupBy(
    links.filter(({ to }) => touched.has(to)),
    ({ to }) => to,
  )
  for (const own of into.values()) {
    const stated = own.flatMap((link) => statedOf(link) ?? [])
    const amounts = stated.flatMap(({ amount }) => amount ?? [])
    const isCountedAlike = amounts.length === own.length && new Set(stated.map((one) => one.division.basis)).size === 1
    if (!isCountedAlike || own.some(({ backShare }) => backShare !== null) || amounts.every((one) => one === 0n))
      continue
    sharesByAmount(amounts).forEach((share, at) => {
      const link = own[at]
      if (link) found.set(keyOf(link), share)
    })
  }
  return found
}

/** The register as it would be with a division stated: for looking at before it is saved. Trees and units are the same. */
export function registerWith(register: Register, division: StatedDivision): Register {
  const touched = new Map(division.parts.map((part) => [keyOf({ ...part, from: division.from }), part.share]))
  const source = sourceWords(division)
  const laid = (link: Succession): Succession => {
    const share = touched.get(keyOf(link))
    return share === undefined ? link : { ...link, share, shareSource: source }
  }
  const places = new Set(
    [division.from, ...division.parts.map(({ to }) => to)].map((unit) => register.placeOf.get(unit)),
  )
  const side = (lists: readonly Succession[][]): Succession[][] =>
    lists.map((list, place) => (places.has(place) ? list.map(laid) : list))
  return { ...register, successions: { from: side(register.successions.from), to: side(register.successions.to) } }
}
