import type { Id } from '#kernel/ids.ts'
import { done, forbidden, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { AppraisalRound, AppraisalSubject, MarkEntry, SheetPart, SubjectRef } from './appraisal.ts'
import { onSubject, recordAppraisal, setOf, TakenBack, type Done } from './appraisal-frame.server.ts'
import type { AppraisalRefusal } from './appraisal-labels.ts'
import { mayFillSheet } from './appraisal-policy.ts'
import {
  appraisersOf,
  handInSheet,
  openSheet,
  reopenSheet,
  saveMark,
  selfScorers,
  sheetsOf,
  type SheetOfSubject,
} from './appraisal-sheet-store.server.ts'
import { moveScored } from './appraisal-years.server.ts'
import { sectionsOf, type Criterion, type ScoringSet } from './scoring-set.ts'
import { unmarked } from './scoring.ts'

/** Which groups a part gives points in: the superior his own, all others the rest. */
export function groupsOfPart(set: ScoringSet, part: SheetPart) {
  return sectionsOf(set, part === 'superior' ? 'superior' : 'base')
}

/** An appraiser has a sheet of his own; the others are one sheet a subject. */
function keeperOf(ctx: Ctx, part: SheetPart): Id<'Account'> | null {
  return part === 'appraiser' ? ctx.actor.account : null
}

/** Writes the points of some criteria on a sheet. Of every number before, the old one stays with the reason for the change. */
export async function saveMarks(
  ctx: Ctx,
  at: SubjectRef,
  part: SheetPart,
  entries: readonly MarkEntry[],
  reason: string,
): Done<undefined> {
  return onSheet(ctx, at, part, async (tx, round, subject) => {
    const set = await setOf(tx, round)
    await openSheet(tx, { ...subject, province: round.province }, part, keeperOf(ctx, part), ctx.now)
    const sheet = await sheetOf(tx, ctx, at, part)
    if (!sheet) throw new Error('A sheet that was just opened is not there')
    const no = refusalOf(set, part, sheet, entries, reason)
    // Thrown: the sheet that was opened for it goes too.
    if (no) throw new TakenBack(no)
    const owner = { ...subject, province: round.province, sheet: sheet.id }
    const by = { account: ctx.actor.account, reason, at: ctx.now }
    const changed = entries.filter((entry) => differs(sheet, entry))
    for (const { criterion, points: to, note } of changed) {
      await saveMark(tx, owner, { criterion, from: sheet.marks.get(criterion)?.points ?? null, to, note }, by)
    }
    if (changed.length === 0) return done()
    const criteria = changed.map(({ criterion }) => criterion)
    await recordAppraisal(tx, ctx, round.id, 'appraisal-marked', { subject: subject.id, sheetPart: part, criteria })
    return done()
  })
}

function differs(sheet: SheetOfSubject, entry: MarkEntry): boolean {
  const standing = sheet.marks.get(entry.criterion)
  if (entry.points === null) return standing !== undefined
  return standing?.points !== entry.points || standing.note !== entry.note
}

function refusalOf(
  set: ScoringSet,
  part: SheetPart,
  sheet: SheetOfSubject,
  entries: readonly MarkEntry[],
  reason: string,
): AppraisalRefusal | null {
  if (sheet.isHandedIn) return { code: 'sheet-handed-in' }
  if (holdsPersonalNumber([reason, ...entries.map(({ note }) => note)].join('\n')))
    return { code: 'appraisal-personal-number' }
  const criteria = new Map(groupsOfPart(set, part).flatMap((group) => group.criteria.map((one) => [one.key, one])))
  for (const entry of entries) {
    const criterion = criteria.get(entry.criterion)
    if (!criterion) throw new Error(`The set has no criterion ${entry.criterion}`)
    const no = markRefusal(criterion, sheet, entry)
    if (no) return no
  }
  const needsReason = part === 'council' || sheet.wasHandedIn
  const changes = entries.some((entry) => (sheet.marks.get(entry.criterion)?.points ?? null) !== entry.points)
  return needsReason && changes && reason === '' ? { code: 'mark-reason-missing' } : null
}

function markRefusal(criterion: Criterion, sheet: SheetOfSubject, entry: MarkEntry): AppraisalRefusal | null {
  const about = { criterion: criterion.name, key: criterion.key }
  const now = sheet.marks.get(entry.criterion)?.points ?? null
  if (now !== entry.was && now !== entry.points) return { code: 'mark-changed-meanwhile', ...about, now }
  if (entry.points === null) return null
  if (entry.points > criterion.most) return { code: 'over-most', ...about, most: criterion.most }
  if (criterion.levels && !criterion.levels.includes(entry.points))
    return { code: 'not-a-level', ...about, levels: criterion.levels }
  return null
}

/** Hands a whole sheet in: from now on every change of it says why. The unit's own moves the year to “đã tự chấm”. */
export async function handIn(ctx: Ctx, at: SubjectRef, part: SheetPart): Done<undefined> {
  return onSheet(ctx, at, part, async (tx, round, subject) => {
    const set = await setOf(tx, round)
    const sheet = await sheetOf(tx, ctx, at, part)
    if (sheet?.isHandedIn) return done()
    const marks = new Map([...(sheet?.marks ?? [])].map(([key, mark]) => [key, mark.points]))
    const open = unmarked(set, part === 'superior' ? 'superior' : 'base', marks)
    if (!sheet || open.length > 0) return refused({ code: 'sheet-incomplete', groups: open.map(({ name }) => name) })
    await handInSheet(tx, round.province, sheet.id, ctx.now)
    if (part === 'self') await moveScored(tx, ctx, round, subject)
    await recordAppraisal(tx, ctx, round.id, 'appraisal-handed-in', { subject: subject.id, sheetPart: part })
    return done()
  })
}

/** Takes a sheet back that was handed in, while the round is open. */
export async function takeBack(ctx: Ctx, at: SubjectRef, part: SheetPart): Done<undefined> {
  return onSheet(ctx, at, part, async (tx, round, subject) => {
    const sheet = await sheetOf(tx, ctx, at, part)
    if (!sheet?.isHandedIn) return refused({ code: 'sheet-not-handed-in' })
    await reopenSheet(tx, round.province, sheet.id)
    await recordAppraisal(tx, ctx, round.id, 'appraisal-taken-back', { subject: subject.id, sheetPart: part })
    return done()
  })
}

/** On a sheet that the actor may fill, of a round that is open; nobody appraises his own work. */
async function onSheet<Value>(
  ctx: Ctx,
  at: SubjectRef,
  part: SheetPart,
  work: (tx: Tx, round: AppraisalRound, subject: AppraisalSubject) => Done<Value>,
): Done<Value> {
  return onSubject(ctx, at, async (tx, round, subject) => {
    const appraisers = (await appraisersOf(tx, round.province, at)).map(({ account }) => account)
    if (!mayFillSheet(ctx.actor, part, { round, subject, appraisers })) return forbidden()
    if (round.status !== 'open') return refused({ code: 'round-not-open', status: round.status })
    const { account } = ctx.actor
    const isOwn =
      part === 'self'
        ? appraisers.includes(account)
        : part === 'appraiser' && (await selfScorers(tx, round.province, at)).includes(account)
    if (isOwn) return refused({ code: 'own-work', names: [subject.name] })
    return work(tx, round, subject)
  })
}

async function sheetOf(tx: Tx, ctx: Ctx, at: SubjectRef, part: SheetPart): Promise<SheetOfSubject | null> {
  const account = keeperOf(ctx, part)
  const sheets = await sheetsOf(tx, ctx.actor.province, at)
  return sheets.find((sheet) => sheet.part === part && sheet.account === account) ?? null
}
