import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { FiguresAuditKind } from './audit-labels.ts'
import { changedRule, differsFrom, ownRule } from './check-rule-change.ts'
import type { OwnRuleEntry, RuleEntry } from './check-rule-forms.ts'
import type { RuleRefusal } from './check-rule-labels.ts'
import { mayChangeRules } from './check-rule-policy.ts'
import { insertRuleVersion, keptRules, type NewVersion } from './check-rule-store.server.ts'
import type { CodeBook } from './code-book.ts'
import { mostOwnRules, ownKeyAfter, standingOf, type KeptRule } from './kept-rule.ts'
import { bookOf, definitionsOn } from './measures.server.ts'
import { formulasOf } from './formula-store.server.ts'

type Done<Value> = Promise<Outcome<Value, RuleRefusal>>

/** Writes what the province makes of a rule; reports that were handed in keep the findings they had. */
export async function changeRule(ctx: Ctx, key: string, version: number, entry: RuleEntry): Done<undefined> {
  return onRule(ctx, key, version, async (tx, kept) => {
    const changed = changedRule(kept, entry)
    if (!changed.ok) return changed
    if (!differsFrom(kept, changed.value)) return refused({ code: 'nothing-changed' })
    const isOurs = kept.house === null
    const origin = isOurs ? ('own' as const) : ('changed' as const)
    const written = { ...changed.value, origin, name: isOurs ? kept.name : null, reason: entry.reason }
    return save(tx, ctx, { key, version: version + 1, ...written }, 'check-rule-changed')
  })
}

/** Takes a rule back to what the house has; every version the province wrote stays to be read. */
export async function resetRule(ctx: Ctx, key: string, version: number, reason: string): Done<undefined> {
  return onRule(ctx, key, version, async (tx, kept) => {
    if (kept.house === null) return notFound()
    if (!standingOf(kept).isChanged) return refused({ code: 'nothing-changed' })
    const back = { origin: 'reset' as const, name: null, isOn: true, rule: null, reason }
    return save(tx, ctx, { key, version: version + 1, ...back }, 'check-rule-reset')
  })
}

/** Adds a rule of the province's own; answers with its code, `T01`. */
export async function addRule(ctx: Ctx, entry: OwnRuleEntry): Done<string> {
  if (!mayChangeRules(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const own = (await keptRules(tx, ctx.actor.province, dayInVietnam(ctx.now))).filter(({ house }) => house === null)
    if (own.length >= mostOwnRules) return refused({ code: 'too-many', most: mostOwnRules })
    if (own.some(({ name }) => name.toLocaleLowerCase('vi') === entry.name.toLocaleLowerCase('vi'))) {
      return refused({ code: 'name-taken', name: entry.name })
    }
    const key = ownKeyAfter(own.map((one) => one.key))
    const made = ownRule(key as `T${number}`, entry, await ruleBook(tx, ctx))
    if (!made.ok) return made
    const written = { ...made.value, origin: 'own' as const, name: entry.name, reason: entry.reason }
    const saved = await save(tx, ctx, { key, version: 1, ...written }, 'check-rule-added')
    return saved.ok ? done(key) : saved
  })
}

/** What codes stand for today, the province's own formulas among them. */
export async function ruleBook(tx: Tx, ctx: Ctx): Promise<CodeBook> {
  const today = dayInVietnam(ctx.now)
  return bookOf(await definitionsOn(tx, today), await formulasOf(tx, ctx.actor.province), today)
}

/** The frame of every command about one rule: asks, and refuses who looks at an older version of it. */
async function onRule(
  ctx: Ctx,
  key: string,
  version: number,
  work: (tx: Tx, kept: KeptRule) => Done<undefined>,
): Done<undefined> {
  if (!mayChangeRules(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const kept = (await keptRules(tx, ctx.actor.province, dayInVietnam(ctx.now))).find((one) => one.key === key)
    if (!kept) return notFound()
    if (standingOf(kept).version !== version) return refused({ code: 'changed-meanwhile' })
    return work(tx, kept)
  })
}

type Writing = Omit<NewVersion, 'province' | 'account' | 'at'>

// The words and the reason are free: the audit has the fact, the table has the words.
async function save(tx: Tx, ctx: Ctx, writing: Writing, kind: FiguresAuditKind): Done<undefined> {
  const { province, account, unit } = ctx.actor
  const saved = await insertRuleVersion(tx, { ...writing, province, account, at: ctx.now })
  if (!saved) return refused({ code: 'changed-meanwhile' })
  const { key, version, isOn, rule } = writing
  const changed = { version, isOn, severity: rule?.severity ?? 'house' }
  await record(tx, { province, account, unit, kind, object: { kind: 'check-rule', id: key }, changed, at: ctx.now })
  return done()
}
