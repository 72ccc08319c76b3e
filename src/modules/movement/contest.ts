import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { readNumeral } from '#kernel/numerals.ts'
import { add, formatQuantity, quantity, toDecimalText, zero, type Quantity } from '#kernel/quantity.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import type { CountedBy } from '#modules/figures/counted-by.ts'
import type { Participant } from './participants.ts'

export type ContestId = Id<'Sheet'>

/** A round (phần thi) with the most that can be scored in it. */
export type ContestRound = { name: string; most: Quantity }

/** A team, by the unit that sent it; a score or null for each round; the prize as it was given, or nothing. */
export type ContestTeam = Participant & { scores: readonly (Quantity | null)[]; prize: string }

export type ContestEntry = {
  title: string
  heldOn: LocalDate
  place: string
  rounds: readonly ContestRound[]
  teams: readonly ContestTeam[]
  /** The day the results were settled; null while scores may change. */
  resultsOn: LocalDate | null
}

/** A11: a contest the unit held itself is one. */
export const countedByContest: CountedBy<ContestEntry> = {
  kind: 'contest',
  counts: [{ cell: { code: 'A11', dimension: '' }, amount: () => 1 }],
}

export type ContestFault =
  | { code: 'round-unread'; line: number }
  | { code: 'too-many-rounds'; most: number }
  | { code: 'score-over-maximum'; team: string; round: string; most: string }
  | { code: 'score-unread'; team: string; round: string }
  | { code: 'scores-missing'; team: string }

const mostRounds = 8

/** Reads rounds typed one a line: “Chào hỏi: 20”. */
export function readRounds(text: string): { ok: true; value: ContestRound[] } | { ok: false; fault: ContestFault } {
  const lines = tidy(text).split('\n').filter(Boolean)
  if (lines.length > mostRounds) return { ok: false, fault: { code: 'too-many-rounds', most: mostRounds } }
  const rounds: ContestRound[] = []
  for (const [index, line] of lines.entries()) {
    const parts = /^(?<name>.+?)\s*[:;–-]\s*(?<most>[\d.,]+)(?:\s*điểm)?$/u.exec(line)?.groups
    const most = scoreOf(parts?.most ?? '')
    const name = parts?.name?.trim() ?? ''
    if (most === null || most <= zero || lengthOf(name) > 80)
      return { ok: false, fault: { code: 'round-unread', line: index + 1 } }
    rounds.push({ name, most })
  }
  return { ok: true, value: rounds }
}

export function roundsText(rounds: readonly ContestRound[]): string {
  return rounds.map(({ name, most }) => `${name}: ${formatQuantity(most)}`).join('\n')
}

/** One score as it was typed; empty where the team was not scored yet. */
export function readScore(
  text: string,
  team: string,
  round: ContestRound,
): { ok: true; value: Quantity | null } | { ok: false; fault: ContestFault } {
  if (tidy(text) === '') return { ok: true, value: null }
  const score = scoreOf(text)
  if (score === null) return { ok: false, fault: { code: 'score-unread', team, round: round.name } }
  if (score > round.most)
    return {
      ok: false,
      fault: { code: 'score-over-maximum', team, round: round.name, most: formatQuantity(round.most) },
    }
  return { ok: true, value: score }
}

function scoreOf(text: string): Quantity | null {
  const reading = readNumeral(tidy(text), 'decimal')
  if (reading.kind !== 'amount' || reading.qualifier !== 'exact') return null
  const amount = quantity(toDecimalText(reading.amount))
  return amount >= zero ? amount : null
}

/** A team's place. Equal sums share a place and the next one is left out: 1, 2, 2, 4. */
export type Ranked = { team: ContestTeam; sum: Quantity; place: number | null; isTied: boolean }

/** Teams by their sums; those with a round not scored stand last, without a place. */
export function ranking(contest: Pick<ContestEntry, 'rounds' | 'teams'>): Ranked[] {
  const rows = contest.teams.map((team) => ({
    team,
    sum: add(...team.scores.map((score) => score ?? zero)),
    isWhole: contest.rounds.length > 0 && contest.rounds.every((_, at) => (team.scores[at] ?? null) !== null),
  }))
  const placed = rows.filter(({ isWhole }) => isWhole)
  return rows
    .map(({ team, sum, isWhole }) => ({
      ...{ team, sum },
      place: isWhole ? 1 + placed.filter((other) => other.sum > sum).length : null,
      isTied: isWhole && placed.filter((other) => other.sum === sum).length > 1,
    }))
    .sort((one, other) => (one.place ?? Infinity) - (other.place ?? Infinity))
}

/** A list of teams or rounds changed: teams that stay keep the scores of rounds that stay. */
export function teamsKept(
  list: readonly Participant[],
  before: Pick<ContestEntry, 'rounds' | 'teams'>,
  rounds: readonly ContestRound[],
): ContestTeam[] {
  return list.map((one) => {
    const known = before.teams.find(({ name }) => name === one.name)
    const scoreIn = (round: ContestRound): Quantity | null => {
      const at = before.rounds.findIndex(({ name }) => name === round.name)
      const score = known?.scores[at] ?? null
      return score !== null && score <= round.most ? score : null
    }
    return { unit: one.unit, name: one.name, scores: rounds.map(scoreIn), prize: known?.prize ?? '' }
  })
}
