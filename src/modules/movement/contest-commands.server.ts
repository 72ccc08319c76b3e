import { dayInVietnam } from '#kernel/local-date.ts'
import { done, refused, type Outcome } from '#kernel/outcome.ts'
import type { Quantity } from '#kernel/quantity.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import {
  recordCorrection,
  recordSheet,
  recordVoid,
  type SheetAnswer,
  type SheetKeeping,
} from '#modules/access/sheet-commands.server.ts'
import { factsOf } from '#modules/figures/counted-by.ts'
import { longest } from './campaign-forms.ts'
import { count } from './campaign-counting.server.ts'
import type { CampaignRefusal } from './campaign-labels.ts'
import { contests } from './campaign-store.server.ts'
import {
  countedByContest,
  ranking,
  readScore,
  type ContestEntry,
  type ContestId,
  type ContestRound,
  type ContestTeam,
} from './contest.ts'

type Done<Value> = SheetAnswer<Value, CampaignRefusal>
type Answered = Outcome<ContestEntry, CampaignRefusal>

export const contestKeeping: SheetKeeping<ContestEntry, CampaignRefusal> = {
  ...contests,
  dayIs: 'held',
  refusalOf: () => Promise.resolve(null),
  state: (tx, place, entry) =>
    count(
      tx,
      place,
      'contest',
      entry && { day: entry.heldOn, label: entry.title, facts: factsOf(countedByContest, entry) },
    ),
  said: ({ heldOn, teams }) => ({ heldOn, teams: teams.length }),
}

export async function recordContest(ctx: Ctx, id: ContestId, entry: ContestEntry): Done<ContestId> {
  return recordSheet(ctx, contestKeeping, 'contest-recorded', id, entry)
}

/** Corrects a contest whose results are open; teams and rounds that stay keep their scores. */
export async function correctContest(
  ctx: Ctx,
  id: ContestId,
  version: number,
  change: (before: ContestEntry) => ContestEntry,
): Done<undefined> {
  return recordCorrection(ctx, contestKeeping, 'contest-corrected', { id, version }, (contest) =>
    whileOpen(contest, change),
  )
}

function whileOpen(contest: ContestEntry, change: (before: ContestEntry) => ContestEntry): Answered {
  return contest.resultsOn === null ? done(change(contest)) : refused({ code: 'results-settled' })
}

/** A line of the score sheet as it was typed: a score for each round, and the prize. */
export type TypedScores = { scores: readonly string[]; prize: string }

/** Writes the whole score sheet, every team in its order; a score over its maximum leaves everything as it was. */
export async function scoreContest(
  ctx: Ctx,
  id: ContestId,
  version: number,
  sheet: readonly TypedScores[],
): Done<undefined> {
  return recordCorrection(ctx, contestKeeping, 'contest-scored', { id, version }, (contest) => scored(contest, sheet))
}

function scored(contest: ContestEntry, sheet: readonly TypedScores[]): Answered {
  if (contest.resultsOn !== null) return refused({ code: 'results-settled' })
  if (contest.teams.length === 0) return refused({ code: 'no-team' })
  if (contest.rounds.length === 0) return refused({ code: 'no-round' })
  const teams: ContestTeam[] = []
  for (const [at, team] of contest.teams.entries()) {
    const line = sheet[at]
    if (!line) return refused({ code: 'no-such-signer' })
    const scores = scoresOf(contest.rounds, team, line)
    if (!scores.ok) return scores
    const prize = tidy(line.prize)
    teams.push({
      ...team,
      scores: scores.value,
      prize: lengthOf(prize) <= longest.prize ? prize : prize.slice(0, longest.prize),
    })
  }
  return done({ ...contest, teams })
}

function scoresOf(
  rounds: readonly ContestRound[],
  team: ContestTeam,
  line: TypedScores,
): Outcome<(Quantity | null)[], CampaignRefusal> {
  const scores: (Quantity | null)[] = []
  for (const [index, round] of rounds.entries()) {
    const read = readScore(line.scores[index] ?? '', team.name, round)
    if (!read.ok) return refused(read.fault)
    scores.push(read.value)
  }
  return done(scores)
}

/** Settles the results: every team is scored in every round, and from now on nothing of them changes. */
export async function settleContest(ctx: Ctx, id: ContestId, version: number): Done<undefined> {
  return recordCorrection(ctx, contestKeeping, 'contest-settled', { id, version }, (contest) => settled(ctx, contest))
}

function settled(ctx: Ctx, contest: ContestEntry): Answered {
  if (contest.resultsOn !== null) return refused({ code: 'results-settled' })
  if (contest.teams.length === 0) return refused({ code: 'no-team' })
  if (contest.rounds.length === 0) return refused({ code: 'no-round' })
  const missing = ranking(contest).find(({ place }) => place === null)
  if (missing) return refused({ code: 'scores-missing', team: missing.team.name })
  return done({ ...contest, resultsOn: dayInVietnam(ctx.now) })
}

export async function reopenContest(ctx: Ctx, id: ContestId, version: number): Done<undefined> {
  return recordCorrection(ctx, contestKeeping, 'contest-reopened', { id, version }, reopened)
}

function reopened(contest: ContestEntry): Answered {
  return contest.resultsOn === null ? refused({ code: 'results-open' }) : done({ ...contest, resultsOn: null })
}

export async function voidContest(ctx: Ctx, id: ContestId, version: number, reason: string): Done<undefined> {
  return recordVoid(ctx, contestKeeping, 'contest-voided', { id, version }, reason)
}
