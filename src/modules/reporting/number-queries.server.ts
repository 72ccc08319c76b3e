import { layouts, type Layout } from '#kernel/document.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { gapsOf, type Gap, type Numbering, type NumberedType, type RegisteredNumber } from './document-number.ts'
import { mayNumber } from './number-commands.server.ts'
import { numberingOf, numbersOfReport, registerOf } from './number-store.server.ts'
import { mayEnter } from './policy.ts'
import type { Report } from './report.ts'

/** One series of the register: its lines, newest first, and the numbers that stand elsewhere. */
export type RegisterPart = {
  layout: Layout
  type: NumberedType
  series: string
  lines: RegisteredNumber[]
  gaps: Gap[]
}

export type OutgoingRegister = { parts: RegisterPart[]; numberings: Numbering[]; mayNumber: boolean }

/** Sổ đăng ký văn bản đi of the asker's own unit, with how it numbers. */
export async function outgoingRegister(ctx: Ctx): Promise<Outcome<OutgoingRegister>> {
  if (!mayReadRegister(ctx.actor)) return forbidden()
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const lines = await registerOf(tx, owner)
    const parts = [...Map.groupBy(lines, ({ layout, series, type }) => `${layout} ${series} ${type}`).values()]
    const numberings: Numbering[] = []
    for (const layout of layouts) numberings.push(await numberingOf(tx, owner, layout))
    return done({ parts: parts.flatMap(partOf), numberings, mayNumber: mayNumber(ctx.actor) })
  })
}

function partOf(lines: RegisteredNumber[]): RegisterPart[] {
  const [first] = lines
  if (!first) return []
  const { layout, type, series } = first
  return [{ layout, type, series, lines, gaps: gapsOf(lines.map(({ number }) => number)) }]
}

/** The numbers a report has in one layout, and how its unit comes to more. */
export type ReportNumbers = {
  report: RegisteredNumber | null
  letter: RegisteredNumber | null
  way: Numbering['way']
  mayNumber: boolean
}

export async function reportNumbers(ctx: Ctx, report: Report, layout: Layout): Promise<ReportNumbers> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const numbers = (await numbersOfReport(tx, report)).filter((one) => one.layout === layout)
    const { way } = await numberingOf(tx, report, layout)
    const of = (type: NumberedType): RegisteredNumber | null => numbers.find((one) => one.type === type) ?? null
    return {
      report: of('report'),
      letter: of('letter'),
      way,
      mayNumber: mayNumber(ctx.actor) && mayEnter(ctx.actor, report),
    }
  })
}

/** The people of a unit read its register, its auditor too; an administrator keeps accounts and reads none. */
function mayReadRegister(actor: Actor): boolean {
  return actor.duty !== 'administrator'
}
