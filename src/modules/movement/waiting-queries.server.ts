import { sql } from 'kysely'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { RegistrationScope } from './initiative.ts'
import { mayKeepInitiatives, standingsOf } from './policy.ts'
import { receiversOf } from './setting-store.server.ts'

/** What waits in the registers of the movement for this officer; counts only, each read on the page it is counted from. */
export type MovementWaiting = {
  /** Registrations that came back, by the year they are of. */
  returned: { year: number; count: number }[]
  /** Registrations to put on the list or to send back, where this officer receives them. */
  toReceive: { year: number; scope: RegistrationScope; count: number }[]
  sheetsToScore: number
  pledgesToJudge: number
}

export async function movementWaiting(tx: Tx, ctx: Ctx): Promise<MovementWaiting> {
  if (!mayKeepInitiatives(ctx.actor, ctx.actor))
    return { returned: [], toReceive: [], sheetsToScore: 0, pledgesToJudge: 0 }
  return {
    ...(await registrations(tx, ctx)),
    sheetsToScore: await sheetsToScore(tx, ctx),
    pledgesToJudge: await pledgesToJudge(tx, ctx),
  }
}

async function registrations(tx: Tx, { actor }: Ctx): Promise<Pick<MovementWaiting, 'returned' | 'toReceive'>> {
  const { province, unit } = actor
  const rows = await tx
    .selectFrom('initiative_year as year')
    .innerJoin('initiative as one', (join) =>
      join.onRef('one.province_id', '=', 'year.province_id').onRef('one.id', '=', 'year.initiative_id'),
    )
    .select(['year.year', 'year.scope', 'year.state', 'year.unit_id', sql<number>`count(*)::int`.as('count')])
    .where('year.province_id', '=', province)
    .where('year.state', 'in', ['registered', 'returned'])
    .where('one.discarded_at', 'is', null)
    .$if(unit !== province, (query) => query.where('year.unit_id', '=', unit))
    .groupBy(['year.year', 'year.scope', 'year.state', 'year.unit_id'])
    .orderBy('year.year', 'desc')
    .orderBy('year.scope')
    .execute()
  const { receivers } = await receiversOf(tx, province)
  // The province's people answer for a unit that ended too; a list that holds only those is rare and found on its board.
  const receives = (row: (typeof rows)[number]): boolean => {
    const of = { province, unit: row.unit_id as typeof unit, scope: row.scope as RegistrationScope, isEnded: false }
    return standingsOf(actor, of, receivers).includes('receiver')
  }
  const own = rows.filter((row) => row.state === 'returned' && row.unit_id === unit)
  const received = rows.filter((row) => row.state === 'registered' && receives(row))
  return {
    returned: [...Map.groupBy(own, ({ year }) => year)].map(([year, of]) => ({ year, count: sum(of) })),
    toReceive: [...Map.groupBy(received, ({ year, scope }) => `${year} ${scope}`).values()].flatMap((of) => {
      const [first] = of
      return first ? [{ year: first.year, scope: first.scope as RegistrationScope, count: sum(of) }] : []
    }),
  }
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((so, { count }) => so + count, 0)
}

/** The officer's own sheets as an appraiser, and the unit's self-scoring where he does not appraise; open rounds only. */
async function sheetsToScore(tx: Tx, { actor }: Ctx): Promise<number> {
  const isHandedIn = (part: 'self' | 'appraiser') => sql<boolean>`exists (select from appraisal_sheet sheet
    where sheet.province_id = subject.province_id and sheet.round_id = subject.round_id and sheet.kind = subject.kind
      and sheet.subject_id = subject.subject_id and sheet.part = ${sql.lit(part)} and sheet.status = 'handed-in'
      and (sheet.part = 'self' or sheet.account_id = ${actor.account}))`
  const isGiven = sql<boolean>`exists (select from appraisal_appraiser given
    where given.province_id = subject.province_id and given.round_id = subject.round_id and given.kind = subject.kind
      and given.subject_id = subject.subject_id and given.account_id = ${actor.account})`
  const row = await tx
    .selectFrom('appraisal_subject as subject')
    .innerJoin('appraisal_round as round', (join) =>
      join.onRef('round.province_id', '=', 'subject.province_id').onRef('round.id', '=', 'subject.round_id'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where('subject.province_id', '=', actor.province)
    .where('round.status', '=', 'open')
    .where(
      sql<boolean>`case when ${isGiven} then not ${isHandedIn('appraiser')}
        when subject.unit_id = ${actor.unit} then not ${isHandedIn('self')} else false end`,
    )
    .executeTakeFirstOrThrow()
  return row.count
}

/** Pledges of the unit whose time of judging has come while a signer is still not judged. */
async function pledgesToJudge(tx: Tx, ctx: Ctx): Promise<number> {
  const { year, month } = partsOf(dayInVietnam(ctx.now))
  const row = await tx
    .selectFrom('pledge')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('province_id', '=', ctx.actor.province)
    .where('unit_id', '=', ctx.actor.unit)
    .where('void_reason', 'is', null)
    .where('year', '<=', month === 12 ? year : year - 1)
    .where(sql<boolean>`signers @> '[{"fulfilment": "not-said"}]'`)
    .executeTakeFirstOrThrow()
  return row.count
}
