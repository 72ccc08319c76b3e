import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quantity, toDecimalText, type Quantity } from '#kernel/quantity.ts'
import type { SheetTable } from '#modules/access/sheet-rows.server.ts'
import { campaignKindLabel, type CampaignEntry, type CampaignKind } from './campaign.ts'
import type { ContestEntry } from './contest.ts'
import type { Participant } from './participants.ts'
import type { Fulfilment, PledgeEntry } from './pledge.ts'
import type { WorkItemEntry, WorkPurpose } from './work-item.ts'

// What stands in the columns was written from an entry by the functions beside: the checks of the tables hold the words.
type Row = Readonly<Record<string, unknown>>
const text = (row: Row, name: string): string => row[name] as string
const day = (row: Row, name: string) => localDate(row[name] as string)
const listOf = <One>(row: Row, name: string): One[] => row[name] as One[]
const amount = (value: unknown): Quantity | null => (value === null ? null : quantity(value as string))
const decimal = (value: Quantity | null): string | null => (value === null ? null : toDecimalText(value))
const names = (list: readonly Participant[]): string => list.map(({ name }) => name).join('\n')

export const campaigns: SheetTable<CampaignEntry> = {
  table: 'campaign',
  object: 'campaign',
  day: ({ from }) => from,
  title: ({ title }) => title,
  words: ({ kind, title, subject, result, participants }) =>
    [campaignKindLabel[kind], title, subject, result, names(participants)].join('\n'),
  columns: ({ kind, until, subject, participants, result }) => ({
    ...{ kind, ends_on: until, subject, result },
    participants: JSON.stringify(participants.map(({ unit, name }) => ({ unit, name }))),
  }),
  read: (row) => ({
    kind: row.kind as CampaignKind,
    title: text(row, 'title'),
    from: day(row, 'day'),
    until: day(row, 'ends_on'),
    subject: text(row, 'subject'),
    participants: listOf<Participant>(row, 'participants').map(({ unit, name }) => ({ unit, name })),
    result: text(row, 'result'),
  }),
  sums: { participants: sql`coalesce(sum(jsonb_array_length(participants)) filter (where void_reason is null), 0)` },
  filters: ['kind'],
}

type StoredSigner = Participant & { fulfilment: Fulfilment }
const judged = (word: string) =>
  sql<string>`coalesce(sum(jsonb_array_length(jsonb_path_query_array(signers, ${sql.lit(`$[*] ? (@.fulfilment == "${word}")`)})))
    filter (where void_reason is null), 0)`

export const pledges: SheetTable<PledgeEntry> = {
  table: 'pledge',
  object: 'pledge',
  day: ({ signedOn }) => signedOn,
  title: ({ title }) => title,
  words: ({ title, wording, signers }) => [title, wording, names(signers)].join('\n'),
  columns: ({ year, wording, campaign, signers }) => ({
    ...{ year, wording, campaign_id: campaign },
    signers: JSON.stringify(signers.map(({ unit, name, fulfilment }) => ({ unit, name, fulfilment }))),
  }),
  read: (row) => ({
    title: text(row, 'title'),
    year: row.year as number,
    wording: text(row, 'wording'),
    signedOn: day(row, 'day'),
    campaign: row.campaign_id as Id<'Sheet'> | null,
    signers: listOf<StoredSigner>(row, 'signers').map(({ unit, name, fulfilment }) => ({ unit, name, fulfilment })),
  }),
  sums: {
    signers: sql`coalesce(sum(jsonb_array_length(signers)) filter (where void_reason is null), 0)`,
    kept: judged('kept'),
    partly: judged('partly'),
    notKept: judged('not-kept'),
  },
  filters: [],
}

type StoredRound = { name: string; most: string }
type StoredTeam = Participant & { scores: (string | null)[]; prize: string }

export const contests: SheetTable<ContestEntry> = {
  table: 'contest',
  object: 'contest',
  day: ({ heldOn }) => heldOn,
  title: ({ title }) => title,
  words: ({ title, place, rounds, teams }) =>
    [title, place, ...rounds.map(({ name }) => name), names(teams), ...teams.map(({ prize }) => prize)].join('\n'),
  columns: ({ place, rounds, teams, resultsOn }) => ({
    ...{ place, results_on: resultsOn },
    rounds: JSON.stringify(rounds.map(({ name, most }): StoredRound => ({ name, most: toDecimalText(most) }))),
    teams: JSON.stringify(
      teams.map(({ unit, name, scores, prize }): StoredTeam => ({ unit, name, scores: scores.map(decimal), prize })),
    ),
  }),
  read: (row) => ({
    title: text(row, 'title'),
    heldOn: day(row, 'day'),
    place: text(row, 'place'),
    rounds: listOf<StoredRound>(row, 'rounds').map(({ name, most }) => ({ name, most: quantity(most) })),
    teams: listOf<StoredTeam>(row, 'teams').map(({ unit, name, scores, prize }) => ({
      ...{ unit, name, prize },
      scores: scores.map(amount),
    })),
    resultsOn: row.results_on === null ? null : day(row, 'results_on'),
  }),
  sums: {
    teams: sql`coalesce(sum(jsonb_array_length(teams)) filter (where void_reason is null), 0)`,
    settled: sql`count(*) filter (where void_reason is null and results_on is not null)`,
  },
  filters: [],
}

export const workItems: SheetTable<WorkItemEntry> = {
  table: 'work_item',
  object: 'work-item',
  day: ({ plannedFrom }) => plannedFrom,
  title: ({ title }) => title,
  words: ({ title, place, result }) => [title, place, result].join('\n'),
  columns: ({ purpose, campaign, doneOn, place, costMillion, labourDays, result }) => ({
    ...{ purpose, campaign_id: campaign, done_on: doneOn, place, result },
    ...{ cost_million: decimal(costMillion), labour_days: decimal(labourDays) },
  }),
  read: (row) => ({
    title: text(row, 'title'),
    purpose: row.purpose as WorkPurpose,
    campaign: row.campaign_id as Id<'Sheet'> | null,
    plannedFrom: day(row, 'day'),
    doneOn: row.done_on === null ? null : day(row, 'done_on'),
    place: text(row, 'place'),
    costMillion: amount(row.cost_million),
    labourDays: amount(row.labour_days),
    result: text(row, 'result'),
  }),
  sums: {
    done: sql`count(*) filter (where void_reason is null and done_on is not null)`,
    cost: sql`coalesce(sum(cost_million) filter (where void_reason is null), 0)`,
    labour: sql`coalesce(sum(labour_days) filter (where void_reason is null), 0)`,
  },
  filters: ['purpose'],
}
