import type { Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, partsOf } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { NumberedType } from './document-number.ts'
import { subjectOf } from './documents.ts'
import { chosenBody } from './issuing-body.ts'
import { issuingBodiesOf } from './issuing-store.server.ts'
import { isCounted } from './lifecycle.ts'
import { insertNumber, saveCancelled } from './number-store.server.ts'
import { letterSymbol } from './paper.ts'
import type { Report, TemplateCode } from './report.ts'
import { reportFor } from './store.server.ts'

/** Gives the accepted reports of some invented communes numbers of an invented paper office, so that its register is not empty. */
export async function loadExampleNumbers(
  db: Db,
  province: UnitId,
  of: { unitCodes: readonly string[]; periods: readonly Period[]; template: TemplateCode },
  now: Date,
): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    for (const code of of.unitCodes) {
      const unit = await lastKnownUnit(tx, code)
      if (!unit) continue
      const actor = {
        account: exampleAccount,
        name: 'Phạm Thị Mẫu',
        duty: 'commune-officer' as const,
        unit: unit.unit,
        province,
      }
      for (const period of of.periods) {
        const report = await reportFor(tx, province, { unit: unit.unit, template: of.template, period })
        if (report && isCounted(report.status)) await number(tx, { db, actor, now }, report)
      }
    }
  })
}

/** A week after its quarter a report goes out under its number, with a letter; of the second quarter a first print was wrong. */
async function number(tx: Tx, ctx: Ctx, report: Report): Promise<void> {
  const signedOn = addDays(report.period.to, 6)
  if (signedOn > dayInVietnam(ctx.now)) return
  const { year, month } = partsOf(signedOn)
  const quarter = Math.floor((month - 1) / 3)
  const numberOf = (type: NumberedType): number => (type === 'report' ? 11 + 27 * quarter : 4 + 6 * quarter)
  if (quarter === 2) {
    const wrong = await give(tx, ctx, report, {
      type: 'report',
      number: numberOf('report') - 1,
      series: String(year),
      signedOn,
    })
    const owner = { province: report.province, unit: report.unit }
    await saveCancelled(tx, owner, wrong, 'Bản in thiếu chức vụ người ký, đã in lại và lấy số khác.', ctx.now)
  }
  for (const type of ['report', 'letter'] as const)
    await give(tx, ctx, report, { type, number: numberOf(type), series: String(year), signedOn })
}

type Given = { type: NumberedType; number: number; series: string; signedOn: ReturnType<typeof addDays> }

async function give(tx: Tx, ctx: Ctx, report: Report, given: Given): ReturnType<typeof insertNumber> {
  const body = chosenBody(await issuingBodiesOf(tx, { ...report, day: given.signedOn }), 'state')
  const subject = subjectOf(
    { templateName: 'Công tác dân vận', period: report.period },
    { isDraft: false, isExample: false },
  )
  const id = await insertNumber(tx, ctx, report, {
    ...given,
    layout: 'state',
    way: 'by-hand',
    symbol: given.type === 'report' ? body.symbol : letterSymbol(body.symbol, body.layout),
    about:
      given.type === 'report' ? subject : `Gửi báo cáo ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`,
    sentTo: body.recipients.slice(0, -1),
  })
  await record(tx, {
    ...{ province: report.province, account: null, unit: report.unit, kind: 'document-number-typed' },
    ...{ object: { kind: 'report', id: report.id }, at: ctx.now },
    changed: { layout: 'state', type: given.type, number: given.number },
  })
  return id
}

/** Nobody's account: the person of the example is invented. */
const exampleAccount = '00000000-0000-7000-8000-000000000223' as Id<'Account'>
