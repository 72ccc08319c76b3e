import { sql } from 'kysely'
import { dayInVietnam, formatDay, localDate } from '#kernel/local-date.ts'
import { periodBetween, periodName, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { ManyTeller, Teller, Telling, Told } from '#platform/notify/tell.ts'
import { officersOfUnits, officersOn } from '#modules/access/officers.server.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { otherName } from './reminder-teller.server.ts'
import { receiversOf } from './policy.ts'
import type { TemplateCode } from './report.ts'

export const toldDecisions = ['extended', 'extension-withdrawn', 'waived', 'asked-again'] as const
export type ToldDecision = (typeof toldDecisions)[number]

/** What is said of a decision on what a unit owes, to its officers and its leader. */
export const obligationTellers: Record<`obligation-${ToldDecision}`, Teller> = {
  'obligation-extended': (tx, told) => tellOf(tx, told, 'extended'),
  'obligation-extension-withdrawn': (tx, told) => tellOf(tx, told, 'extension-withdrawn'),
  'obligation-waived': (tx, told) => tellOf(tx, told, 'waived'),
  'obligation-asked-again': (tx, told) => tellOf(tx, told, 'asked-again'),
}

/** The same of a period that was closed without some, or opened again: to each unit that the closing names. */
export const closingTellers: Record<'period-closed' | 'period-reopened', ManyTeller> = {
  'period-closed': (tx, told) => tellGaps(tx, told, 'closed'),
  'period-reopened': (tx, told) => tellGaps(tx, told, 'reopened'),
}

async function tellOf(tx: Tx, told: Told, what: ToldDecision): Promise<Telling | null> {
  const isExtension = what === 'extended' || what === 'extension-withdrawn'
  const found = isExtension ? await extensionSaid(tx, told, what) : await obligationSaid(tx, told)
  const unit = found && (await unitWithin(tx, found.unit, found.period))
  const province = found && (await unitWithin(tx, told.province, found.period))
  // A waiver that was taken back before anybody was told of it is told as that.
  if (!found || !unit || !province || (what === 'waived' && found.reason === null)) return null
  const { duties } = receiversOf({ province: told.province, unit: found.unit }, 'accept')
  const form = await formSaid(tx, found)
  const words = { by: province.name, unit: unit.name, form, until: formatDay(localDate(found.until)) }
  return {
    title: said[what]({ ...words, reason: sentence(found.reason ?? '') }),
    path: '/desk',
    to: await officersOn(tx, {
      ...{ province: told.province, unit: found.unit, kinds: duties, day: dayInVietnam(told.at) },
    }),
  }
}

type Words = { by: string; unit: string; form: string; until: string; reason: string }

// Who decided is told by office: a notice goes out by mail, and the page it leads to names the officer.
const said: Record<ToldDecision, (words: Words) => string> = {
  extended: ({ by, unit, form, until, reason }) =>
    `${by} gia hạn nộp ${form} cho ${unit}: đến hết ${until}. Lý do: ${reason}`,
  'extension-withdrawn': ({ by, unit, form, until }) =>
    `${by} rút lại việc gia hạn nộp ${form} của ${unit}: hạn lại là ${until}.`,
  waived: ({ by, unit, form, reason }) => `${by} miễn nộp ${form} cho ${unit}. Lý do: ${reason}`,
  'asked-again': ({ by, unit, form, until }) => `${by} bỏ miễn: ${unit} phải nộp ${form}, hạn ${until}.`,
}

/** A reason as the end of a sentence. */
function sentence(reason: string): string {
  return /[.!?…]$/.test(reason) ? reason : `${reason}.`
}

type Decided = { unit: UnitId; template: TemplateCode; period: Period; until: string; reason: string | null }

async function extensionSaid(
  tx: Tx,
  { province, object }: Told,
  what: 'extended' | 'extension-withdrawn',
): Promise<Decided | null> {
  const row = await decidedRows(tx, province)
    .innerJoin('obligation_extension as extension', (join) =>
      join
        .onRef('extension.province_id', '=', 'obligation.province_id')
        .onRef('extension.obligation_id', '=', 'obligation.id'),
    )
    .select(['extension.until', 'extension.reason'])
    .where('extension.id', '=', object)
    .executeTakeFirst()
  if (!row) return null
  return { ...decided(row), until: what === 'extended' ? row.until : row.due, reason: row.reason }
}

async function obligationSaid(tx: Tx, { province, object }: Told): Promise<Decided | null> {
  const row = await decidedRows(tx, province).where('obligation.id', '=', object).executeTakeFirst()
  return row ? { ...decided(row), until: row.standing ?? row.due, reason: row.waived_for } : null
}

function decidedRows(tx: Tx, province: string) {
  return tx
    .selectFrom('obligation')
    .select(['obligation.unit_id', 'obligation.template_code', 'obligation.period_from', 'obligation.period_to'])
    .select(['obligation.due', 'obligation.waived_for'])
    .select(
      sql<string | null>`(select until from obligation_extension as standing
        where standing.province_id = obligation.province_id and standing.obligation_id = obligation.id
          and standing.withdrawn_at is null)`.as('standing'),
    )
    .where('obligation.province_id', '=', province)
}

function decided(row: { unit_id: string; template_code: string; period_from: string; period_to: string }) {
  return {
    unit: row.unit_id as UnitId,
    template: row.template_code as TemplateCode,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
  }
}

/** `báo cáo quý III năm 2026`, by its name where it is not the form that everybody means. */
async function formSaid(tx: Tx, { template, period }: { template: TemplateCode; period: Period }): Promise<string> {
  const name = await otherName(tx, template, period.to)
  return name === null ? `báo cáo ${periodName(period)}` : `báo cáo “${name}” ${periodName(period)}`
}

async function tellGaps(tx: Tx, told: Told, what: 'closed' | 'reopened'): Promise<Telling[]> {
  const rows = await tx
    .selectFrom('period_closing as closing')
    .innerJoin('period_closing_gap as gap', (join) =>
      join.onRef('gap.province_id', '=', 'closing.province_id').onRef('gap.closing_id', '=', 'closing.id'),
    )
    .select(['gap.unit_id', 'gap.reason', 'closing.reopened_for'])
    .select(['closing.template_code', 'closing.period_from', 'closing.period_to'])
    .where('closing.province_id', '=', told.province)
    .where('closing.id', '=', told.object)
    .orderBy('gap.unit_id')
    .execute()
  const [first] = rows
  if (!first) return []
  const column = decided(first)
  const province = await unitWithin(tx, told.province, column.period)
  const form = await formSaid(tx, column)
  const units = rows.map(({ unit_id: unit }) => unit as UnitId)
  const { duties } = receiversOf({ province: told.province, unit: column.unit }, 'accept')
  const where = { province: told.province, units, kinds: duties, day: dayInVietnam(told.at) }
  const officers = Map.groupBy(await officersOfUnits(tx, where), ({ unit }) => unit)
  const tellings: Telling[] = []
  for (const row of rows) {
    const unit = await unitWithin(tx, row.unit_id as UnitId, column.period)
    if (!unit || !province) continue
    const words = { by: province.name, unit: unit.name, form, until: '' }
    const title =
      what === 'closed'
        ? closedSaid({ ...words, reason: sentence(row.reason) })
        : reopenedSaid({ ...words, reason: sentence(row.reopened_for ?? '') })
    tellings.push({ title, path: '/desk', to: officers.get(row.unit_id as UnitId) ?? [] })
  }
  return tellings
}

function closedSaid({ by, unit, form, reason }: Words): string {
  return `${by} đã chốt kỳ, ghi ${unit} còn thiếu ${form}. Lý do: ${reason} Báo cáo nộp sau vẫn được nhận.`
}

function reopenedSaid({ by, unit, form, reason }: Words): string {
  return `${by} mở lại kỳ đã chốt; ${unit} không còn bị ghi là thiếu ${form}. Lý do: ${reason}`
}
