import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { recordDialogue } from '#modules/activities/commands.server.ts'
import type { DialogueEntry } from '#modules/activities/dialogue.ts'
import { recallReport } from '#modules/reporting/commands.server.ts'
import { correctCount, withdrawCorrection } from '#modules/reporting/count-correction-commands.server.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { cellHistory } from '#modules/reporting/entry-queries.server.ts'
import { noteSaid, sourceName } from '#modules/reporting/labels.ts'
import { printableReport } from '#modules/reporting/document-queries.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, submitNow } from './support/reports.ts'

const database = useDatabase()
const { as, begun, versionOf } = desk(database)
let place: TestProvince
let report: ReportId
const cell = { code: 'D03', dimension: '' }
const reason = 'Hai cuộc tháng 7 tổ chức trước khi có sổ'
const officer = () => as(place.people.doiCheOfficer)

async function hold(heldOn = localDate('2026-08-12')): Promise<void> {
  const entry: DialogueEntry = {
    heldOn,
    subject: 'Nước sạch',
    place: '',
    isThematic: false,
    attendances: 40,
    opinions: null,
  }
  doneBy(await recordDialogue(officer(), newId(), entry))
}

beforeEach(async () => {
  place = await settleProvince(database)
  await hold()
  report = await begun(place.people.doiCheOfficer)
})

const correct = (raw: string, why = reason, was = '') =>
  correctCount(officer(), report, cell, { raw, reason: why, was })

async function line() {
  const found = doneBy(await reportPage(officer(), report)).content?.lines.find((one) => one.cell.code === 'D03')
  if (!found) throw new Error('D03 is not on the form')
  return found
}

async function opened(who = officer()) {
  return doneBy(await cellHistory(who, report, cell, 1)).records?.corrected ?? null
}

describe('a number typed over a count', () => {
  test('stands with the count and the reason, in the grid, the opened cell and the printed note', async () => {
    doneBy(await correct('3'))
    const now = await line()
    expect([now.figure.raw, now.figure.basis, now.countedFrom]).toEqual([
      '3',
      'typed',
      { kind: 'dialogue', records: 1, corrected: { counted: '1', reason } },
    ])
    expect(sourceName(now)).toBe('nhập tay; sổ đối thoại đếm được 1')
    expect(noteSaid(now)).toBe(`Số gõ; sổ đối thoại đếm được 1. Lý do: ${reason}`)
    expect(await opened()).toMatchObject({
      typed: '3',
      counted: '1',
      countedThen: '1',
      isEqualNow: false,
      by: 'Trần Thị Ổi',
    })
  })

  test.each([
    ['no reason', '3', 'thiếu', 'correction-without-reason'],
    ['no number', 'vài cuộc', reason, 'correction-not-read'],
    ['the count itself', '1', reason, 'correction-says-the-count'],
    ['a telephone number', '3', 'Hỏi anh ở số 0912 345 678', 'personal-number'],
  ])('with %s it is refused', async (_, raw, why, code) => {
    expect(answerOf(await correct(raw, why))).toBe(code)
    expect((await line()).figure.raw).toBe('1')
  })

  test('of a cell that is not counted it is refused, by anybody else forbidden, over a colleague’s it is asked', async () => {
    const elsewhere = { code: 'D01', dimension: '' }
    expect(answerOf(await correctCount(officer(), report, elsewhere, { raw: '3', reason, was: '' }))).toBe(
      'cell-not-counted',
    )
    expect(answerOf(await correctCount(as(place.people.reviewer), report, cell, { raw: '3', reason, was: '' }))).toBe(
      'forbidden',
    )
    expect(
      answerOf(await correctCount(as(place.people.benDoOfficer), report, cell, { raw: '3', reason, was: '' })),
    ).toBe('not-found')
    const both = await Promise.all([correct('3'), correct('4')])
    expect(both.map(answerOf).sort()).toEqual(['changed-meanwhile', 'done'])
  })

  test('the reviewer reads both in the copy and in the document, and a register that grows changes neither', async () => {
    doneBy(await correct('3'))
    doneBy(await submitNow(officer(), report))
    expect(answerOf(await correct('4', reason, '3'))).toBe('not-open-for-entry')
    await hold(localDate('2026-08-20'))
    const reviewer = as(place.people.reviewer)
    expect(await opened(reviewer)).toMatchObject({ typed: '3', counted: '1', reason, isEqualNow: false })
    const { content, bodies } = doneBy(await printableReport(reviewer, report))
    const body = bodies[0]
    if (!body) throw new Error('Nobody issues the report')
    const words = JSON.stringify(reportDocument(content, body, null, { isDraft: false, isExample: false }))
    expect(words).toContain(`sổ đối thoại đếm được 1. Lý do: ${reason}`)
    await hold(localDate('2026-08-21'))
    expect(await opened(reviewer)).toMatchObject({ isEqualNow: true })
    const [row] = await database.asOwner<{ amount: string; basis: string }>(
      `select amount, basis from figure_value where unit_id = $1 and indicator_version = 'D03@1'`,
      [place.doiChe],
    )
    expect([Number(row?.amount), row?.basis]).toEqual([3, 'typed'])
  })

  test('once the register says the same it is told; withdrawn, the count stands again', async () => {
    doneBy(await correct('2'))
    await hold(localDate('2026-09-02'))
    expect(await opened()).toMatchObject({ typed: '2', counted: '2', countedThen: '1', isEqualNow: true })
    doneBy(await submitNow(officer(), report))
    expect(answerOf(await withdrawCorrection(officer(), report, cell))).toBe('not-open-for-entry')
    doneBy(await recallReport(officer(), report, await versionOf(report)))
    expect(answerOf(await withdrawCorrection(as(place.people.reviewer), report, cell))).toBe('forbidden')
    doneBy(await withdrawCorrection(officer(), report, cell))
    const now = await line()
    expect([now.figure.raw, now.figure.basis, now.countedFrom]).toEqual([
      '2',
      'counted',
      { kind: 'dialogue', records: 2 },
    ])
    expect(answerOf(await withdrawCorrection(officer(), report, cell))).toBe('changed-meanwhile')
  })
})
