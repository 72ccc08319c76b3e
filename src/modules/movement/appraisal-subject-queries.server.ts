import type { Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { sectionsOfPart } from './appraisal-mark-commands.server.ts'
import { setOf } from './appraisal-frame.server.ts'
import { mayFillSheet, mayHoldRounds, mayReadRound, maySeeAllScores } from './appraisal-policy.ts'
import { unitNames } from './appraisal-queries.server.ts'
import { marksOnly, resultOf } from './appraisal-results.ts'
import { appraisersOf, sheetsOf, type SheetOfSubject } from './appraisal-sheet-store.server.ts'
import { readSubject, roundOf, subjects } from './appraisal-store.server.ts'
import { sheetParts, type AppraisalRound, type AppraisalSubject, type SheetPart, type SubjectRef } from './appraisal.ts'
import { storedPoints, type Points } from './scoring-points.ts'
import type { CriteriaSection, ScoringSet } from './scoring-set.ts'
import { sheetTotal, unmarked, type ScoreResult } from './scoring.ts'

/** A sheet as a page shows it: whose it is and how far. */
export type ShownSheet = SheetOfSubject & { by: string; total: Points }

/** One number that was given, and what it was before. */
export type MarkChange = {
  part: SheetPart
  criterion: string
  from: Points | null
  to: Points | null
  reason: string
  by: string
  at: Date
}

export type SubjectPage = {
  round: AppraisalRound
  subject: AppraisalSubject
  unitName: string
  set: ScoringSet
  sheets: ShownSheet[]
  /** Other appraisers' sheets that stay hidden until this reader's own is handed in. */
  hidden: number
  result: ScoreResult | null
  changes: MarkChange[]
  mayFill: SheetPart[]
  mayHold: boolean
}

/** A subject with all that was given to it, as far as this reader may see. */
export async function subjectPage(ctx: Ctx, at: SubjectRef): Promise<Outcome<SubjectPage>> {
  const { actor } = ctx
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const found = await subjectAt(tx, ctx, at)
    if (!found) return notFound()
    const { round, subject, appraisers } = found
    const set = await setOf(tx, round)
    const all = await sheetsOf(tx, round.province, at)
    const visible = visibleSheets(ctx, round, appraisers, all)
    const seesAll = maySeeAllScores(actor, round)
    const hidden = seesAll ? all.length - visible.length : 0
    const changes = await changesOf(tx, visible)
    const people = await displayNames(tx, round.province, [
      ...visible.map(({ account }) => account),
      ...changes.map(({ account }) => account),
    ])
    const names = await unitNames(tx, ctx, [subject.unit])
    const nameOf = (account: Id<'Account'> | null): string =>
      account === null ? 'Hệ thống' : (people.get(account) ?? 'Một tài khoản')
    const result = seesAll && hidden === 0 ? (subject.result ?? resultOf(set, subject, all)) : null
    return done({
      ...{ round, subject, set, hidden, result, unitName: names.get(subject.unit) ?? '' },
      sheets: visible.map((sheet) => ({
        ...sheet,
        by: sheet.account === null ? '' : nameOf(sheet.account),
        total: sheetTotal(set, marksOnly(sheet)),
      })),
      changes: changes.map(({ account, ...change }) => ({ ...change, by: nameOf(account) })),
      mayFill:
        round.status === 'open'
          ? sheetParts.filter(
              // A set without points of the superior has no sheet for them.
              (part) =>
                sectionsOfPart(set, part).length > 0 && mayFillSheet(actor, part, { round, subject, appraisers }),
            )
          : [],
      mayHold: mayHoldRounds(actor, round),
    })
  })
}

/** One group of a sheet, to be filled; and how far its other groups are. */
export type SheetPage = {
  round: AppraisalRound
  subject: AppraisalSubject
  unitName: string
  part: SheetPart
  group: CriteriaSection
  at: number
  groups: { name: string; isDone: boolean }[]
  sheet: SheetOfSubject | null
  /** What the unit gave itself, beside what the appraiser gives; and the appraisers' points beside the council's. */
  beside: { label: string; marks: ReadonlyMap<string, { points: Points; note: string }> }[]
  needsReason: boolean
}

export async function sheetPage(
  ctx: Ctx,
  at: SubjectRef,
  part: SheetPart,
  wanted: number,
): Promise<Outcome<SheetPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const found = await subjectAt(tx, ctx, at)
    if (!found) return notFound()
    const { round, subject, appraisers } = found
    if (!mayFillSheet(ctx.actor, part, { round, subject, appraisers })) return forbidden()
    const set = await setOf(tx, round)
    const groups = sectionsOfPart(set, part)
    const place = Math.min(Math.max(1, wanted), groups.length)
    const group = groups[place - 1]
    if (!group) return notFound()
    const all = visibleSheets(ctx, round, appraisers, await sheetsOf(tx, round.province, at))
    const account = part === 'appraiser' ? ctx.actor.account : null
    const sheet = all.find((one) => one.part === part && one.account === account) ?? null
    const marks = sheet ? marksOnly(sheet) : new Map<string, Points>()
    const open = new Set(unmarked(set, part === 'superior' ? 'superior' : 'base', marks).map(({ key }) => key))
    const names = await unitNames(tx, ctx, [subject.unit])
    return done({
      ...{ round, subject, unitName: names.get(subject.unit) ?? '', part, group, at: place, sheet },
      groups: groups.map(({ key, name }) => ({ name, isDone: !open.has(key) })),
      beside: await besideOf(tx, round, part, all),
      needsReason: part === 'council' || (sheet?.wasHandedIn ?? false),
    })
  })
}

async function besideOf(
  tx: Tx,
  round: AppraisalRound,
  part: SheetPart,
  sheets: readonly SheetOfSubject[],
): Promise<SheetPage['beside']> {
  if (part === 'self' || part === 'superior') return []
  const shown = sheets.filter(
    (sheet) => sheet.isHandedIn && (sheet.part === 'self' || (part === 'council' && sheet.part === 'appraiser')),
  )
  const people = await displayNames(
    tx,
    round.province,
    shown.map(({ account }) => account),
  )
  return shown.map((sheet) => ({
    label: sheet.part === 'self' ? 'Đơn vị tự chấm' : (people.get(sheet.account ?? '') ?? 'Một người thẩm định'),
    marks: sheet.marks,
  }))
}

async function subjectAt(tx: Tx, ctx: Ctx, at: SubjectRef) {
  const { province } = ctx.actor
  const round = await roundOf(tx, province, at.round)
  if (!round || !mayReadRound(ctx.actor, round)) return null
  const row = await subjects(tx, province, at.round)
    .where('kind', '=', at.kind)
    .where('subject_id', '=', at.id)
    .executeTakeFirst()
  if (!row) return null
  const appraisers = (await appraisersOf(tx, province, at)).map(({ account }) => account)
  return { round, subject: readSubject(row), appraisers }
}

/**
 * The unit that is scored sees its own sheet until the decision. An appraiser who has not handed in yet sees no other appraiser's
 * points: they would become his own.
 */
function visibleSheets(
  ctx: Ctx,
  round: AppraisalRound,
  appraisers: readonly Id<'Account'>[],
  all: readonly SheetOfSubject[],
): SheetOfSubject[] {
  const { account } = ctx.actor
  if (!maySeeAllScores(ctx.actor, round)) return all.filter((sheet) => sheet.part === 'self')
  const owes =
    round.status === 'open' &&
    appraisers.includes(account) &&
    !all.some((sheet) => sheet.account === account && sheet.isHandedIn)
  return owes ? all.filter((sheet) => sheet.part === 'self' || sheet.account === account) : [...all]
}

const changesShown = 200

async function changesOf(tx: Tx, sheets: readonly SheetOfSubject[]) {
  const ids = sheets.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('appraisal_mark_change')
    .selectAll()
    .where('sheet_id', 'in', ids)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(changesShown)
    .execute()
  const partOf = new Map(sheets.map((sheet) => [sheet.id as string, sheet.part]))
  return rows.map((row) => ({
    part: partOf.get(row.sheet_id) ?? 'self',
    criterion: row.criterion,
    from: row.from_hundredths === null ? null : storedPoints(row.from_hundredths),
    to: row.to_hundredths === null ? null : storedPoints(row.to_hundredths),
    reason: row.reason,
    account: row.account_id as Id<'Account'> | null,
    at: row.at,
  }))
}
