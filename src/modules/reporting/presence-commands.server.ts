import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import { presencesOf, savePresence } from './entry-store.server.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { mayEnter } from './policy.ts'
import type { ReportId } from './report.ts'
import { figureSetOf, findReport } from './store.server.ts'

/** What an open page of entry asks every few seconds: has the report moved, and who else has it open. */
export type EntryPulse = {
  version: number
  isOpen: boolean
  people: { name: string; cell: string }[]
  /** What the registers come to now, by cell: a record moves no version of a report. */
  counts: Record<string, string>
}

/** A page asks every ten seconds; one that did not for this long is closed, hidden or without network. */
const secondsThere = 35
/** A row that is younger says the same: it is not written again for every question. */
const secondsFresh = 15
const minutesRemembered = 60

/**
 * Notes that an officer has a report open, and answers what moved. No lock, no version, no audit: this is a courtesy to
 * colleagues that is forgotten within the hour; nothing is decided by it, and it must never wait for somebody who saves.
 */
export async function noticePresence(ctx: Ctx, id: ReportId, cell: string): Promise<Outcome<EntryPulse>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await findReport(tx, ctx.actor.province, id)
    if (!report) return notFound()
    if (!mayEnter(ctx.actor, report)) return forbidden()
    const ago = (seconds: number): Date => new Date(ctx.now.getTime() - seconds * 1000)
    const there = await presencesOf(tx, report, ago(secondsThere))
    const { account } = ctx.actor
    const own = there.find((one) => one.account === account)
    if (!own || own.cell !== cell || own.at < ago(secondsFresh))
      await savePresence(tx, report, account, { cell, at: ctx.now, forgetBefore: ago(minutesRemembered * 60) })
    const others = there.filter((one) => one.account !== account)
    const people = await displayNames(
      tx,
      report.province,
      others.map((one) => one.account),
    )
    const counted = await countsOf(tx, figureSetOf(report))
    return done({
      version: report.version,
      isOpen: isOpenForEntry(report.status),
      people: others.map((one) => ({ name: people.get(one.account) ?? '', cell: one.cell })),
      counts: Object.fromEntries([...counted].map(([key, { amount }]) => [key, formatQuantity(amount)])),
    })
  })
}
