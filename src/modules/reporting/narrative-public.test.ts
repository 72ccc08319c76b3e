import { beforeEach, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { desk, doneBy, entries, quarter, submitNow } from '../../../tests/support/reports.ts'
import { acceptReport, beginReport, publishReport } from './commands.server.ts'
import { saveCells } from './entry-commands.server.ts'
import { saveSections } from './narrative-commands.server.ts'
import { wordsOf } from './narrative.ts'
import { publicReportPage } from './public-page.ts'
import { publishedReport } from './public-queries.server.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'
import { changeDraft, createTemplate, putInUse } from './template-commands.server.ts'
import { templatePage } from './template-page-queries.server.ts'
import type { TemplateStep } from './template-shape.ts'

const database = useDatabase()
const { as, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

/** A form of the province's own that asks for a number kept inside (A07) beside one for everybody. */
async function begunWithInternalLine(): Promise<ReportId> {
  const admin = as(place.people.administrator)
  const id = doneBy(await createTemplate(admin, { name: 'Biểu có số nội bộ', from: null }))
  const steps: TemplateStep[] = [
    { kind: 'add-section', title: 'Số liệu', section: 'figures' },
    { kind: 'add-lines', section: 'so-lieu', codes: ['D03', 'A07'] },
    { kind: 'add-section', title: 'Kết quả', section: 'narrative' },
  ]
  for (const step of steps) doneBy(await changeDraft(admin, id, step))
  const { version } = doneBy(await templatePage(admin, id))
  doneBy(await putInUse(admin, id, version.edit, localDate('2026-01-01')))
  const officer = place.people.doiCheOfficer
  return doneBy(await beginReport(as(officer), { unit: officer.unit, template: version.code, period: quarter }))
}

test('a paragraph that cites a number kept inside is the reviewer’s to read, and nowhere in what was published', async () => {
  const officer = as(place.people.doiCheOfficer)
  const reviewer = as(place.people.reviewer)
  const id = await begunWithInternalLine()
  doneBy(await saveCells(officer, id, entries({ D03: '4', A07: '4321' })))
  const text = 'Đối thoại [[D03]] cuộc.\nViết [[A07]] tin, chỉ nói với cấp trên; đối thoại [[D03]] cuộc.\nXong.'
  doneBy(await saveSections(officer, id, [{ section: 'ket-qua', text, seen: 0 }]))
  doneBy(await submitNow(officer, id))
  const handedIn = doneBy(await reportPage(reviewer, id))
  expect((handedIn.content?.prose ?? []).map(wordsOf)).toContain(
    'Viết 4.321 tin, chỉ nói với cấp trên; đối thoại 4 cuộc.',
  )
  doneBy(await acceptReport(reviewer, id, await versionOf(id)))
  doneBy(await publishReport(reviewer, id, await versionOf(id)))
  const [kept] = await database.asOwner<{ all: string }>(
    'select publication::text as all from publication where report_id = $1',
    [id],
  )
  expect(kept?.all).toContain('Đối thoại ')
  expect(kept?.all).not.toMatch(/A07|4\.?321|nói với cấp trên/)
  const found = await publishedReport(database.db, handedIn.unit.code, id)
  expect(found && publicReportPage(found, localDate('2026-10-20')).words).toEqual([
    {
      title: 'Kết quả',
      anchor: 'loi-ket-qua',
      paragraphs: [
        [{ text: 'Đối thoại ' }, { printed: '4', anchor: 'so-d03' }, { text: ' cuộc.' }],
        [{ text: 'Xong.' }],
      ],
    },
  ])
})
