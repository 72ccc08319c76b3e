import type { CheckRule } from './check-rule.ts'
import { findingOf, type CheckInput, type PeerFigures, type RuleOf } from './check-input.ts'
import { asNumber, exactAmount, isFlowCount, isOutside, judgedCount, linesOf, ownCounts } from './checks-of-history.ts'
import { notYetKnown } from './figure.ts'
import type { ComparedPeers, Finding } from './finding.ts'
import { cellKey, type CellRef } from './indicator.ts'
import { bandOf, isWithin } from './peers.ts'
import { dispersionOf, modelOf, usualRange, type Counted } from './tail-count.ts'

/**
 * Q27: a count outside the range that the units of its kind leave, where the unit has too few earlier numbers of its own to
 * say what is usual for it (docs/adr/0075). The few it has widen the range and never narrow it: who always held forty is not
 * asked each quarter why the others hold five.
 */
export function outliersAmongPeers(rule: RuleOf<'outlier-among-peers'>, input: CheckInput): Finding[] {
  const { peers, period } = input
  if (!peers) return []
  return linesOf(input, rule.cells, isFlowCount).flatMap(({ cell }) => {
    const judged = judgedCount(input, cell)
    const own = judged ? ownCounts(input, cell) : []
    if (!judged || own.length >= rule.history) return []
    const compared = comparedWith(rule, peers, cell, own)
    if (!compared || !isOutside(judged, compared)) return []
    const facts = { kind: 'unusual-among-peers', ...judged, of: period, peers: compared } as const
    return [findingOf(rule, cellKey(cell), 'fails', [cell], facts)]
  })
}

/** Whether a rule in force would look at what others published: asking for it costs a question, most reports need none. */
export function needsPeers(
  rules: readonly CheckRule[],
  input: Pick<CheckInput, 'lines' | 'history' | 'figures'>,
): boolean {
  return rules.some(
    (rule) =>
      rule.kind === 'outlier-among-peers' &&
      input.lines.some(
        (line) =>
          isFlowCount(line) &&
          input.figures.has(cellKey(line.cell)) &&
          ownCounts(input, line.cell).length < rule.history,
      ),
  )
}

function comparedWith(
  { fewest, perMille }: RuleOf<'outlier-among-peers'>,
  peers: PeerFigures,
  cell: CellRef,
  own: readonly Counted[],
): ComparedPeers | null {
  const group = groupsOf(peers, cell).find(({ counts }) => counts.length >= fewest)
  if (!group) return null
  const { counts, band, isByPeople } = group
  const range = usualAmong(group, own, perMille / 1000)
  const whom = { units: counts.length, kind: peers.kind, period: peers.period, band, isByPeople }
  return { ...range, ...whom, ownPeriods: own.length }
}

/** What is usual for a unit by the counts of its peers, and by its own few earlier ones: from the lower end of both to the upper. */
export function usualAmong(
  { counts, exposure }: Pick<Group, 'counts' | 'exposure'>,
  own: readonly Counted[],
  alarm: number,
): { low: number; high: number } {
  const among = usualRange(modelOf(counts, exposure), alarm)
  if (own.length === 0) return among
  // Its own few numbers are at least as restless as those of the others are unlike one another.
  const before = usualRange(modelOf(own, 1, dispersionOf(counts)), alarm)
  return { low: Math.min(among.low, before.low), high: Math.max(among.high, before.high) }
}

type Group = Pick<ComparedPeers, 'band' | 'isByPeople'> & { counts: Counted[]; exposure: number }

/** The units to compare with, the likest first: of its size for each resident, of its kind for each resident, of its kind as they are. */
function groupsOf({ people, units }: PeerFigures, cell: CellRef): Group[] {
  const given = units.flatMap((unit) => {
    const amount = exactAmount(unit.values.get(cellKey(cell)) ?? notYetKnown)
    return amount === null ? [] : [{ count: asNumber(amount), people: unit.people }]
  })
  const asTheyAre = { exposure: 1, band: null, isByPeople: false }
  const all: Group = { ...asTheyAre, counts: given.map(({ count }) => ({ count, exposure: 1 })) }
  if (people === null) return [all]
  const sized = given.flatMap(({ count, people: exposure }) => (exposure === null ? [] : [{ count, exposure }]))
  const band = bandOf(people)
  const alike = sized.filter(({ exposure }) => isWithin(exposure, band))
  return [
    { counts: alike, exposure: people, band, isByPeople: true },
    { counts: sized, exposure: people, band: null, isByPeople: true },
    all,
  ]
}
