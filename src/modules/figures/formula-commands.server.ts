import type { LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record, type AuditEntry } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { FiguresAuditKind } from './audit-labels.ts'
import { mostFormulas, versionOn, type Formula, type FormulaEntry } from './formula.ts'
import type { FormulaRefusal } from './formula-labels.ts'
import { mayKeepFormulas } from './formula-policy.ts'
import {
  addVersion,
  formulasOf,
  insertFormula,
  isSameName,
  lockFormulas,
  saveRetirement,
} from './formula-store.server.ts'
import { bookOf, definitionsOn, outOfTime, usersOf } from './measures.server.ts'
import { measureOf } from './measures.ts'

type Done<Value> = Promise<Outcome<Value, FormulaRefusal>>

/** Names a number that the province works out of its indicators; answers with its code, `CT01`. */
export async function defineFormula(ctx: Ctx, entry: FormulaEntry): Done<string> {
  if (!mayKeepFormulas(ctx.actor)) return forbidden()
  const { province, account } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockFormulas(tx, province)
    const formulas = await formulasOf(tx, province)
    if (formulas.length >= mostFormulas) return refused({ code: 'too-many', most: mostFormulas })
    const counted = await unitOf(tx, entry, formulas, [])
    if ('no' in counted) return refused(counted.no)
    const { unitOfCount } = counted
    const code = await insertFormula(tx, { province, entry, unitOfCount, account, at: ctx.now })
    if (code === null) return refused({ code: 'name-taken', name: entry.name })
    await recordFormula(tx, ctx, code, 'formula-defined', { version: 1, validFrom: entry.validFrom })
    return done(code)
  })
}

/** Writes the next version of a formula; what was worked out by the earlier ones is still read by them. */
export async function reviseFormula(ctx: Ctx, code: string, version: number, entry: FormulaEntry): Done<undefined> {
  return onFormula(ctx, code, version, async (tx, formula, others) => {
    const last = formula.versions.at(-1)
    if (last && entry.validFrom < last.validFrom) return refused({ code: 'begins-earlier', than: last.validFrom })
    if (last?.name === entry.name && last.text === entry.text) return refused({ code: 'nothing-changed' })
    if (others.some((one) => !one.retired && isSameName(one.versions.at(-1)?.name ?? '', entry.name))) {
      return refused({ code: 'name-taken', name: entry.name })
    }
    const counted = await unitOf(tx, entry, others, [code])
    if ('no' in counted) return refused(counted.no)
    const broken = await brokenBy(tx, formula, entry, others)
    if (broken) return refused(broken)
    const { province, account } = ctx.actor
    await addVersion(tx, formula, { province, entry, unitOfCount: counted.unitOfCount, account, at: ctx.now })
    await recordFormula(tx, ctx, code, 'formula-revised', { version: version + 1, validFrom: entry.validFrom })
    return done()
  })
}

/** Ends the use of a formula from a day on; its versions stay to be read. */
export async function retireFormula(
  ctx: Ctx,
  code: string,
  version: number,
  retired: { from: LocalDate; reason: string },
): Done<undefined> {
  return onFormula(ctx, code, version, async (tx, formula, others) => {
    if (holdsPersonalNumber(retired.reason)) return refused({ code: 'personal-number' })
    const last = formula.versions.at(-1)
    if (last && retired.from <= last.validFrom) return refused({ code: 'retires-too-early', than: last.validFrom })
    const users = usersOf(code, others, retired.from)
    if (users.length > 0) {
      const by = users.map((one) => ({ code: one.code, name: one.versions.at(-1)?.name ?? '' }))
      return refused({ code: 'in-use', by })
    }
    await saveRetirement(tx, formula, retired, ctx.now)
    await recordFormula(tx, ctx, code, 'formula-retired', { from: retired.from })
    return done()
  })
}

/** The frame of every command about one formula: asks, locks, and refuses who looks at an older version of it. */
async function onFormula(
  ctx: Ctx,
  code: string,
  version: number,
  work: (tx: Tx, formula: Formula, others: Formula[]) => Done<undefined>,
): Done<undefined> {
  // Before the lock: the transaction of who only reads takes none.
  if (!mayKeepFormulas(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockFormulas(tx, province)
    const formulas = await formulasOf(tx, province)
    const formula = formulas.find((one) => one.code === code)
    if (!formula) return notFound()
    if (formula.retired) return refused({ code: 'already-retired', from: formula.retired.from })
    if (formula.version !== version) return refused({ code: 'changed-meanwhile' })
    return work(
      tx,
      formula,
      formulas.filter((one) => one.code !== code),
    )
  })
}

type Counted = { unitOfCount: string } | { no: FormulaRefusal }

/** What a formula counts on the first day of its use; `within` is its own code, so that it is found where it comes back. */
async function unitOf(
  tx: Tx,
  entry: FormulaEntry,
  formulas: readonly Formula[],
  within: readonly string[],
): Promise<Counted> {
  if (holdsPersonalNumber(`${entry.name}\n${entry.reason}`)) return { no: { code: 'personal-number' } }
  const book = bookOf(await definitionsOn(tx, entry.validFrom), formulas, entry.validFrom)
  const reading = measureOf(entry.text, book, within)
  if ('measure' in reading) return { unitOfCount: reading.measure.unitOfCount }
  const refusal = outOfTime(reading.refusal, formulas, entry.validFrom) ?? reading.refusal
  return { no: { code: 'not-a-measure', refusal } }
}

/** The first formula that counted something and would no longer do so with this entry in its place. */
async function brokenBy(
  tx: Tx,
  formula: Formula,
  entry: FormulaEntry,
  others: readonly Formula[],
): Promise<FormulaRefusal | null> {
  const on = entry.validFrom
  const indicators = await definitionsOn(tx, on)
  const written = { version: formula.version + 1, unitOfCount: '', account: null, at: new Date(0), ...entry }
  const before = bookOf(indicators, [...others, formula], on)
  const after = bookOf(indicators, [...others, { ...formula, versions: [...formula.versions, written] }], on)
  for (const other of others) {
    if (!versionOn(other, on) || 'refusal' in measureOf(other.code, before)) continue
    const reading = measureOf(other.code, after)
    if ('refusal' in reading) return { code: 'breaks-another', other: other.code, refusal: reading.refusal }
  }
  return null
}

// The name, the formula and the reason are free words: the audit has the fact, the table has the words.
async function recordFormula(
  tx: Tx,
  ctx: Ctx,
  code: string,
  kind: FiguresAuditKind,
  changed: NonNullable<AuditEntry['changed']>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'formula', id: code }, changed, at: ctx.now })
}
