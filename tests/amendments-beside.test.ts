import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { moveAmendment, openAmendment } from '#modules/reporting/amendment-commands.server.ts'
import { saveAmendment } from '#modules/reporting/amendment-entry-commands.server.ts'
import { amendmentPage } from '#modules/reporting/amendment-queries.server.ts'
import type { AmendmentMove } from '#modules/reporting/amendment.ts'
import { beginReport } from '#modules/reporting/commands.server.ts'
import { saveCells } from '#modules/reporting/entry-commands.server.ts'
import { cellHistory } from '#modules/reporting/entry-queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { changeDraft, createTemplate, putInUse } from '#modules/reporting/template-commands.server.ts'
import { templatePage } from '#modules/reporting/template-page-queries.server.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, entries, quarter } from './support/reports.ts'

const database = useDatabase()
const { as, accepted, published } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const reason = 'Đếm sót hai buổi ở thôn Núi, nay cộng lại từ sổ.'

async function moved(id: ReportId, who: keyof TestProvince['people'], move: AmendmentMove) {
  const [row] = await database.asOwner<{ version: number }>('select version from amendment where report_id = $1', [id])
  return moveAmendment(as(place.people[who]), id, 1, { move, version: row?.version ?? -1, note: '' })
}

const amended = (code: string, raw: string, was: string) => ({
  ...{ cell: { code, dimension: '' }, raw, note: '', why: '' },
  was: { raw: was, note: '', why: '' },
})

/** A second form of the province that asks D01 and D02 as well, and the report that a commune begins by it. */
async function besideReport(): Promise<ReportId> {
  const admin = as(place.people.administrator)
  const draft = doneBy(await createTemplate(admin, { name: 'Biểu đối thoại', from: null }))
  doneBy(await changeDraft(admin, draft, { kind: 'add-section', title: 'Đối thoại', section: 'figures' }))
  doneBy(await changeDraft(admin, draft, { kind: 'add-lines', section: 'doi-thoai', codes: ['D01', 'D02'] }))
  const { version } = doneBy(await templatePage(admin, draft))
  doneBy(await putInUse(admin, draft, version.edit, localDate('2026-07-01')))
  const officer = place.people.doiCheOfficer
  const wanted = { unit: officer.unit, template: version.code, period: quarter }
  return doneBy(await beginReport(as(officer), wanted))
}

describe('an amendment beside another report of the unit', () => {
  test('shows its reviewer nothing of what is being typed there, and changes none of its numbers', async () => {
    const officer = place.people.doiCheOfficer
    const id = await accepted(officer, place.people.reviewer, { F01: '10', C01: '3' })
    const other = await besideReport()
    doneBy(await saveCells(as(officer), other, entries({ D02: '120' })))
    doneBy(await openAmendment(as(officer), id, reason))
    expect(await saveAmendment(as(officer), id, 1, [amended('D02', '7', '')])).toMatchObject({
      refusal: { code: 'amendment-cells-held-elsewhere', keys: ['D02'], templateName: 'Biểu đối thoại' },
    })
    doneBy(await saveAmendment(as(officer), id, 1, [amended('C01', '5', '3')]))
    doneBy(await moved(id, 'doiCheOfficer', 'hand-in'))
    const page = doneBy(await amendmentPage(as(place.people.reviewer), id, 1))
    expect(page.said?.differences.map(({ cell }) => cell.code)).toEqual(['C01'])
    expect(page.said?.content.lines.find(({ cell }) => cell.code === 'D02')?.figure.raw).toBe('')
    doneBy(await moved(id, 'reviewer', 'accept'))
    const past = async (who: keyof TestProvince['people']) =>
      doneBy(await cellHistory(as(place.people[who]), id, { code: 'D02', dimension: '' }, 1)).changes.map(
        ({ raw }) => raw,
      )
    expect(await past('reviewer')).toEqual([])
    expect(await past('doiCheOfficer')).toEqual(['120'])
  })

  test('is not accepted over a number that was given there after it was handed in', async () => {
    const officer = place.people.doiCheOfficer
    const id = await accepted(officer, place.people.reviewer, { F01: '10' })
    doneBy(await openAmendment(as(officer), id, reason))
    doneBy(await saveAmendment(as(officer), id, 1, [amended('D02', '7', '')]))
    doneBy(await moved(id, 'doiCheOfficer', 'hand-in'))
    const other = await besideReport()
    doneBy(await saveCells(as(officer), other, entries({ D02: '120' })))
    expect(answerOf(await moved(id, 'reviewer', 'accept'))).toBe('amendment-cells-held-elsewhere')
    const sets = await database.asOwner<{ set_id: string; raw: string }>(
      `select set_id, raw from figure_value where unit_id = $1 and indicator_version like 'D02@%'`,
      [officer.unit],
    )
    expect(sets).toEqual([{ set_id: other, raw: '120' }])
  })
})

test('an amendment of a published report waits for a publication without keeping the figures from it', async () => {
  const officer = place.people.doiCheOfficer
  const id = await published(officer, place.people.reviewer, { F01: '10', C01: '3' })
  doneBy(await openAmendment(as(officer), id, reason))
  doneBy(await saveAmendment(as(officer), id, 1, [amended('C01', '5', '3')]))
  doneBy(await moved(id, 'doiCheOfficer', 'hand-in'))
  const { province } = place
  const { accepting } = await inScope(database.db, { reach: 'province', province }, async (tx) => {
    await markPublicChange(tx, province)
    const accepting = moved(id, 'reviewer', 'accept')
    for (let waits = 0; waits === 0;) {
      const [row] = await database.asOwner<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      waits = row?.n ?? 0
    }
    // What a publication does next; in the other order the two would wait for each other for ever.
    await tx
      .updateTable('figure_clock')
      .set((eb) => ({ n: eb('n', '+', 1) }))
      .where('province_id', '=', province)
      .execute()
    return { accepting }
  })
  expect(answerOf(await accepting)).toBe('done')
})
