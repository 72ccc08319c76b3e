import { sql } from 'kysely'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { changedRule, ownRule } from '#modules/figures/check-rule-change.ts'
import { ruleBook } from '#modules/figures/check-rule-commands.server.ts'
import type { OwnRuleEntry, RuleEntry } from '#modules/figures/check-rule-forms.ts'
import { unnamedLeader, type RuleRefusal } from '#modules/figures/check-rule-labels.ts'
import { mayChangeRules, mayReadRules, maySeeRulesAtWork, mayTryRules } from '#modules/figures/check-rule-policy.ts'
import { keptRules } from '#modules/figures/check-rule-rows.server.ts'
import type { CheckRule } from '#modules/figures/check-rule.ts'
import { codesOf, isFindingOf, standingOf, type KeptRule, type RuleVersion } from '#modules/figures/kept-rule.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { backTest, differenceOf, type BackTestDifference, type PastFinding } from './back-test.ts'
import { pastReports } from './past-reports.server.ts'

/** How often a rule spoke in what was handed in within a year, and how often it was explained away. */
export type RuleAtWork = { told: number; explained: number }

export type RuleLine = { kept: KeptRule; atWork: RuleAtWork | null }

export type RulesPage = { lines: RuleLine[]; mayChange: boolean; mayTry: boolean; from: LocalDate; to: LocalDate }

/** Every rule that reports are checked by today; for the province, how each of them did in the last twelve months. */
export async function rulesPage(ctx: Ctx): Promise<Outcome<RulesPage>> {
  const { actor } = ctx
  if (!mayReadRules(actor)) return forbidden()
  const { from, to } = lastYear(ctx)
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const kept = await keptRules(tx, actor.province, to)
    const spoken = maySeeRulesAtWork(actor) ? await spokenSince(tx, actor.province, from) : null
    const lines = kept.map((one) => ({ kept: one, atWork: spoken && atWorkOf(one, spoken) }))
    return done({ lines, from, to, mayChange: mayChangeRules(actor), mayTry: mayTryRules(actor) })
  })
}

export type RulePage = {
  kept: KeptRule
  atWork: RuleAtWork | null
  /** Newest first. */
  history: { version: RuleVersion; by: string }[]
  /** What the rule as it stands says of the accepted reports of a year; null where it was not asked for or may not be seen. */
  past: { findings: PastFinding[]; reports: number } | null
  mayChange: boolean
  mayTry: boolean
}

/** One rule with its versions and, when asked for, what it says of the last twelve months. */
export async function rulePage(ctx: Ctx, key: string, withPast: boolean): Promise<Outcome<RulePage>> {
  const { actor } = ctx
  if (!mayReadRules(actor)) return forbidden()
  const { from, to } = lastYear(ctx)
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const kept = (await keptRules(tx, actor.province, to)).find((one) => one.key === key)
    if (!kept) return notFound()
    const sees = maySeeRulesAtWork(actor)
    const accounts = kept.versions.map(({ account }) => account)
    const people = sees ? await displayNames(tx, actor.province, accounts) : new Map<string, string>()
    const { rule } = standingOf(kept)
    return done({
      kept,
      atWork: sees ? atWorkOf(kept, await spokenSince(tx, actor.province, from)) : null,
      history: kept.versions.toReversed().map((version) => ({
        version,
        by: people.get(version.account ?? '') ?? unnamedLeader,
      })),
      past: sees && withPast ? await pastOf(tx, actor.province, { from, to }, rule) : null,
      mayChange: mayChangeRules(actor),
      mayTry: mayTryRules(actor),
    })
  })
}

/** What a change would have made of the accepted reports of a year. */
export type RuleTrial = BackTestDifference & { rule: CheckRule; reports: number; before: number; after: number }

/** Tries a change of a rule on the last twelve months; nothing is written. */
export async function tryRule(ctx: Ctx, key: string, entry: RuleEntry): Promise<Outcome<RuleTrial, RuleRefusal>> {
  const { actor } = ctx
  if (!mayTryRules(actor)) return forbidden()
  const year = lastYear(ctx)
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const kept = (await keptRules(tx, actor.province, year.to)).find((one) => one.key === key)
    if (!kept) return notFound()
    const changed = changedRule(kept, entry)
    if (!changed.ok) return changed
    const standing = standingOf(kept)
    const before = standing.isOn ? standing.rule : null
    return done(await trialOf(tx, actor.province, year, before, changed.value))
  })
}

/** Tries a rule that the province does not have yet. */
export async function tryOwnRule(ctx: Ctx, entry: OwnRuleEntry): Promise<Outcome<RuleTrial, RuleRefusal>> {
  const { actor } = ctx
  if (!mayTryRules(actor)) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const made = ownRule('T00', entry, await ruleBook(tx, ctx))
    if (!made.ok) return made
    return done(await trialOf(tx, actor.province, lastYear(ctx), null, made.value))
  })
}

type Year = { from: LocalDate; to: LocalDate }

async function trialOf(
  tx: Tx,
  province: UnitId,
  year: Year,
  before: CheckRule | null,
  { rule, isOn }: { rule: CheckRule; isOn: boolean },
): Promise<RuleTrial> {
  const past = await pastReports(tx, { province, ...year, codes: codesOf(rule) })
  const [was, is] = [before ? backTest(past, before) : [], isOn ? backTest(past, rule) : []]
  return { ...differenceOf(was, is), rule, reports: past.length, before: was.length, after: is.length }
}

async function pastOf(tx: Tx, province: UnitId, year: Year, rule: CheckRule): Promise<NonNullable<RulePage['past']>> {
  const past = await pastReports(tx, { province, ...year, codes: codesOf(rule) })
  return { findings: backTest(past, rule), reports: past.length }
}

function lastYear({ now }: Ctx): Year {
  const to = dayInVietnam(now)
  return { from: addDays(to, -365), to }
}

/** Findings that spoke, by their key: how often, and how often with an explanation. */
type Spoken = { key: string; told: number; explained: number }[]

// Read out of the newest copy of each report handed in: the findings its reviewer had before them.
async function spokenSince(tx: Tx, province: UnitId, from: LocalDate): Promise<Spoken> {
  const rows = await sql<{ plain: string[]; explained: string[] }>`
    select
      jsonb_path_query_array(copy.content, '$.findings[*] ? ((@.verdict == "fails" || @.verdict == "asks") && @.explanation == null).key') as plain,
      jsonb_path_query_array(copy.content, '$.findings[*] ? ((@.verdict == "fails" || @.verdict == "asks") && @.explanation != null).key') as explained
    from report_copy as copy
    join report on report.province_id = copy.province_id and report.id = copy.report_id
    where copy.province_id = ${province} and report.period_to >= ${from} and report.origin = 'entered'
      and report.status in ('submitted', 'accepted', 'published')
      and copy.n = (
        select max(newest.n) from report_copy as newest
        where newest.province_id = copy.province_id and newest.report_id = copy.report_id
      )
  `.execute(tx)
  const spoken = new Map<string, Spoken[number]>()
  const count = (key: string, isExplained: boolean): void => {
    const one = spoken.get(key) ?? { key, told: 0, explained: 0 }
    spoken.set(key, { key, told: one.told + 1, explained: one.explained + (isExplained ? 1 : 0) })
  }
  for (const { plain, explained } of rows.rows) {
    for (const key of plain) count(key, false)
    for (const key of explained) count(key, true)
  }
  return [...spoken.values()]
}

function atWorkOf(kept: KeptRule, spoken: Spoken): RuleAtWork {
  const { rule } = standingOf(kept)
  const own = spoken.filter(({ key }) => isFindingOf(rule, { rule: key.split(':')[0] ?? '', key }))
  const sum = (of: (one: Spoken[number]) => number): number => own.reduce((all, one) => all + of(one), 0)
  return { told: sum(({ told }) => told), explained: sum(({ explained }) => explained) }
}

/** Explained away half of the time or more, and told often enough to say so: the rule asks more than it finds. */
export function isExplainedAway({ told, explained }: RuleAtWork): boolean {
  return told >= 5 && explained * 2 >= told
}
