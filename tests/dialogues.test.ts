import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { newId } from '#kernel/ids.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, entries, now, submitNow } from './support/reports.ts'
import { nineMonthsOf, quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { recallReport } from '#modules/reporting/commands.server.ts'
import { explainFinding, saveCells } from '#modules/reporting/entry-commands.server.ts'
import { reportsHandedIn } from '#modules/reporting/counting-queries.server.ts'
import { cellHistory } from '#modules/reporting/entry-queries.server.ts'
import { countsHaveMoved } from '#modules/reporting/entry-row.ts'
import { noticePresence } from '#modules/reporting/presence-commands.server.ts'
import { cellPanel, reportPage } from '#modules/reporting/queries.server.ts'
import { sourceName } from '#modules/reporting/labels.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { correctDialogue, recordDialogue, voidDialogue } from '#modules/activities/commands.server.ts'
import type { DialogueEntry, DialogueId } from '#modules/activities/dialogue.ts'
import { dialoguePage, registerPage } from '#modules/activities/queries.server.ts'
import { registersPage } from '#modules/activities/registers-queries.server.ts'

const database = useDatabase()
const { as, accepted, begun, typed, statusOf, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const meeting: DialogueEntry = {
  heldOn: localDate('2026-08-12'),
  subject: 'Đối thoại về thu gom rác và nước sạch ở thôn Đồi Chè',
  place: 'Nhà văn hóa thôn',
  isThematic: true,
  attendances: 84,
  opinions: 12,
}
const officer = () => as(place.people.doiCheOfficer)

async function held(change: Partial<DialogueEntry> = {}): Promise<DialogueId> {
  return doneBy(await recordDialogue(officer(), newId(), { ...meeting, ...change }))
}

async function line(id: ReportId, code: string) {
  const page = doneBy(await reportPage(officer(), id))
  const found = page.content?.lines.find((one) => one.cell.code === code)
  if (!found) throw new Error(`${code} is not on the form`)
  return found
}

async function stored(code: string) {
  const [row] = await database.asOwner<{ raw: string; basis: string; amount: string | null }>(
    'select raw, basis, amount from figure_value where unit_id = $1 and indicator_version = $2',
    [place.doiChe, `${code}@1`],
  )
  return row ?? null
}

describe('a dialogue is written into the register', () => {
  test('and stands there with its counts', async () => {
    const id = await held()
    const page = doneBy(await registerPage(officer(), place.doiChe, { year: null, page: 1 }))
    expect(page.dialogues).toEqual([expect.objectContaining({ id, ...meeting, voidReason: null, version: 1 })])
    expect(page.standing).toEqual({ meetings: 1, thematic: 1, attendances: 84, opinions: 12, uncounted: 0 })
    expect(page.mayKeep).toBe(true)
  })

  test.each([
    ['of a day that has not come', { heldOn: localDate('2026-10-08') }, 'day-not-come'],
    ['with a telephone number in its subject', { subject: 'Liên hệ 0912 345 678' }, 'personal-number'],
  ])('%s: refused, and nothing is written', async (_, change, code) => {
    expect(answerOf(await recordDialogue(officer(), newId(), { ...meeting, ...change }))).toBe(code)
    expect(await database.asOwner('select from dialogue where unit_id = $1', [place.doiChe])).toEqual([])
  })

  test('sent twice it is one dialogue, also when both arrive together', async () => {
    const id = newId<'Dialogue'>()
    const sent = await Promise.all([recordDialogue(officer(), id, meeting), recordDialogue(officer(), id, meeting)])
    expect(sent.map(answerOf)).toEqual(['done', 'done'])
    expect(answerOf(await recordDialogue(as(place.people.doiCheColleague), id, meeting))).toBe('done')
    const page = doneBy(await registerPage(officer(), place.doiChe, { year: null, page: 1 }))
    expect([page.total, page.dialogues[0]?.version]).toEqual([1, 1])
    const rows = await database.asOwner('select from audit where object_id = $1', [id])
    expect(rows.length).toBe(1)
  })

  test('another dialogue on a sheet that was used is asked about, and the first one stands', async () => {
    const id = await held()
    const other = { ...meeting, subject: 'Đối thoại về đường liên thôn' }
    expect(answerOf(await recordDialogue(officer(), id, other))).toBe('sheet-used')
    expect(doneBy(await dialoguePage(officer(), id)).dialogue.subject).toBe(meeting.subject)
  })

  test('nor does it tell a neighbour, or another province, what stands under a number', async () => {
    const id = await held()
    expect(answerOf(await recordDialogue(as(place.people.benDoOfficer), id, meeting))).toBe('not-found')
    expect(answerOf(await recordDialogue(as(place.people.otherOfficer), id, meeting))).toBe('done')
    expect(doneBy(await dialoguePage(officer(), id)).dialogue.unit).toBe(place.doiChe)
  })

  test('of a day after the unit had ended: refused', async () => {
    expect(answerOf(await recordDialogue(as(place.people.kheVangOfficer), newId(), meeting))).toBe('unit-not-in-force')
    const before = { ...meeting, heldOn: localDate('2025-06-30') }
    expect(answerOf(await recordDialogue(as(place.people.kheVangOfficer), newId(), before))).toBe('done')
  })

  test.each(['administrator'] as const)('not by the %s', async (who) => {
    expect(answerOf(await recordDialogue(as(place.people[who]), newId(), meeting))).toBe('forbidden')
  })
})

describe('a dialogue is corrected', () => {
  test('by a colleague, and counts where it now belongs', async () => {
    const id = await held()
    const report = await begun(place.people.doiCheOfficer)
    doneBy(await correctDialogue(as(place.people.doiCheColleague), id, 1, { ...meeting, isThematic: false }))
    expect((await line(report, 'D03')).figure.raw).toBe('1')
    expect((await line(report, 'D05')).countedFrom).toBeNull()
  })

  test('but not over what a colleague wrote meanwhile', async () => {
    const id = await held()
    doneBy(await correctDialogue(officer(), id, 1, { ...meeting, attendances: 90 }))
    expect(answerOf(await correctDialogue(officer(), id, 1, { ...meeting, attendances: 80 }))).toBe('changed-meanwhile')
    const { dialogue } = doneBy(await dialoguePage(officer(), id))
    expect([dialogue.attendances, dialogue.version]).toEqual([90, 2])
  })

  test('and by nobody of another unit, to whom it is not even there', async () => {
    const id = await held()
    for (const who of ['benDoOfficer', 'otherOfficer', 'otherReviewer'] as const)
      expect(answerOf(await correctDialogue(as(place.people[who]), id, 1, meeting))).toBe('not-found')
    expect(answerOf(await correctDialogue(as(place.people.reviewer), id, 1, meeting))).toBe('forbidden')
    expect(answerOf(await correctDialogue(officer(), newId<'Dialogue'>(), 1, meeting))).toBe('not-found')
  })
})

describe('a dialogue is taken out of the count', () => {
  test('stays in the register with its reason and counts no more', async () => {
    const id = await held()
    const report = await begun(place.people.doiCheOfficer)
    doneBy(await voidDialogue(officer(), id, 1, 'Ghi trùng'))
    expect((await line(report, 'D03')).figure.value).toEqual({ state: 'not-yet-known' })
    const page = doneBy(await registerPage(officer(), place.doiChe, { year: 2026, page: 1 }))
    expect([page.dialogues[0]?.voidReason, page.standing.meetings]).toEqual(['Ghi trùng', 0])
  })

  test('only once', async () => {
    const id = await held()
    doneBy(await voidDialogue(officer(), id, 1, 'Ghi trùng'))
    expect(answerOf(await voidDialogue(officer(), id, 2, 'Ghi trùng'))).toBe('already-void')
    expect(answerOf(await correctDialogue(officer(), id, 2, meeting))).toBe('already-void')
  })

  test('not by the reviewer', async () => {
    const id = await held()
    expect(answerOf(await voidDialogue(as(place.people.reviewer), id, 1, 'Ghi trùng'))).toBe('forbidden')
  })
})

describe('a figure is counted from the register', () => {
  test('over the days of its period, whichever report asks', async () => {
    await held()
    await held({ heldOn: localDate('2026-09-30'), isThematic: false })
    await held({ heldOn: localDate('2026-06-30') })
    const counted = await line(await begun(place.people.doiCheOfficer), 'D03')
    expect(counted).toMatchObject({
      figure: { raw: '2', basis: 'counted' },
      countedFrom: { kind: 'dialogue', records: 2 },
    })
    expect(sourceName(counted)).toBe('đếm từ sổ đối thoại')
  })

  test('takes the place of what was typed, and cannot be typed over', async () => {
    const report = await typed(place.people.doiCheOfficer, { D03: '5', F01: '10' })
    await held()
    expect((await line(report, 'D03')).figure.raw).toBe('1')
    const over = await saveCells(officer(), report, entries({ D03: '7', F01: '11' }, { D03: '5', F01: '10' }))
    expect(over).toMatchObject({ refusal: { code: 'cells-are-counted', keys: ['D03'] } })
    expect((await line(report, 'F01')).figure.raw).toBe('10')
  })

  test('and its note is still written, whatever number stood there before', async () => {
    const report = await typed(place.people.doiCheOfficer, { D03: '5' })
    const id = await held()
    const noted = { cell: { code: 'D03', dimension: '' }, raw: '1', note: 'Buổi tối', was: { raw: '1', note: '' } }
    doneBy(await saveCells(officer(), report, [noted]))
    expect((await line(report, 'D03')).figure).toMatchObject({ raw: '1', note: 'Buổi tối', basis: 'counted' })
    doneBy(await voidDialogue(officer(), id, 1, 'Ghi trùng'))
    expect((await line(report, 'D03')).figure).toMatchObject({ raw: '5', note: 'Buổi tối', basis: 'typed' })
    const late = { ...noted, note: 'Buổi sáng', was: { raw: '5', note: '' }, raw: '5' }
    expect(answerOf(await saveCells(officer(), report, [late]))).toBe('cells-changed-by-another')
  })

  test('where the register is empty, typing works as before', async () => {
    const report = await typed(place.people.doiCheOfficer, { D03: '5' })
    expect(await line(report, 'D03')).toMatchObject({ figure: { raw: '5', basis: 'typed' }, countedFrom: null })
  })

  test('is fixed at submission: what is recorded later counts only after the report is taken back', async () => {
    await held()
    const report = await begun(place.people.doiCheOfficer)
    doneBy(await submitNow(officer(), report))
    expect(await stored('D03')).toMatchObject({ raw: '1', basis: 'counted', amount: '1.0000' })
    await held({ heldOn: localDate('2026-08-13') })
    expect((await line(report, 'D03')).figure.raw).toBe('1')
    doneBy(await recallReport(officer(), report, await versionOf(report)))
    expect(await statusOf(report)).toBe('draft')
    expect((await line(report, 'D03')).figure.raw).toBe('2')
  })

  test('a count whose records were all voided is no longer known, also at the next submission', async () => {
    const id = await held()
    const report = await typed(place.people.doiCheOfficer, { E01: 'không áp dụng' })
    doneBy(await submitNow(officer(), report))
    doneBy(await recallReport(officer(), report, await versionOf(report)))
    doneBy(await voidDialogue(officer(), id, 1, 'Không tổ chức'))
    doneBy(await submitNow(officer(), report))
    expect(await stored('D03')).toMatchObject({ raw: '', amount: null })
  })
})

describe('a figure counted from the register is checked as the unit’s own word', () => {
  const nine = nineMonthsOf(2026)
  const failing = async (id: ReportId) =>
    (doneBy(await reportPage(officer(), id)).content?.findings ?? []).filter(({ verdict }) => verdict === 'fails')

  test('nine months below what was accepted before cannot be submitted until the register is filled', async () => {
    const { doiCheOfficer, reviewer } = place.people
    await accepted(doiCheOfficer, reviewer, { D03: '2' }, quarterOf(2026, 1))
    await held()
    const report = await begun(doiCheOfficer, nine)
    const [fallen, ...others] = await failing(report)
    expect([fallen?.key, others.length]).toEqual(['Q14:D03', 0])
    expect(fallen?.text.sentence).toContain('ghi 1, mà quý I năm 2026 đã là 2')
    expect(fallen?.text.sentence).toContain('có thể sổ chưa có những cuộc trước ngày bắt đầu ghi sổ')
    expect(fallen?.text.remedy).toContain('Xin mở sổ đối thoại, ghi thêm cuộc còn thiếu từ đầu năm')
    expect(fallen?.text.remedy).toContain('kể cả cuộc đã báo cáo trước khi có sổ')
    expect(answerOf(await submitNow(officer(), report))).toBe('does-not-add-up')
    await held({ heldOn: localDate('2026-02-03') })
    await held({ heldOn: localDate('2026-03-04') })
    expect(answerOf(await submitNow(officer(), report))).toBe('done')
  })

  test('and what does not come to its quarters is explained, or put right in the register', async () => {
    const { doiCheOfficer, reviewer } = place.people
    await accepted(doiCheOfficer, reviewer, { D03: '2' }, quarterOf(2026, 1))
    await accepted(doiCheOfficer, reviewer, { D03: '1' }, quarterOf(2026, 2))
    await held({ isThematic: false })
    await held({ heldOn: localDate('2026-08-13'), isThematic: false })
    const report = await begun(doiCheOfficer, nine)
    const [short, ...others] = await failing(report)
    expect([short?.key, short?.explainable, others.length]).toEqual(['Q15:D03', true, 0])
    expect(short?.text.remedy).toContain('Xin mở sổ đối thoại, ghi thêm cuộc còn thiếu hoặc sửa cuộc ghi nhầm')
  })

  test('beside a typed cell, the sentence says which of the two is put right in the register', async () => {
    const report = await typed(place.people.doiCheOfficer, { D05: '3' })
    await held({ isThematic: false })
    const [larger] = await failing(report)
    expect(larger?.key).toBe('Q03:D05-D03')
    expect(larger?.text.remedy).toContain('D03 đếm từ sổ đối thoại: số sai thì sửa ở sổ.')
  })

  test('a day outside the period in its note is explained, and then the report is submitted', async () => {
    await held()
    const report = await begun(place.people.doiCheOfficer)
    const was = { raw: '1', note: '' }
    const note = 'Tổng kết đợt thi đua phát động ngày 25/6/2026'
    doneBy(await saveCells(officer(), report, [{ cell: { code: 'D03', dimension: '' }, raw: '1', note, was }]))
    expect((await failing(report)).map(({ key }) => key)).toEqual(['Q22:D03'])
    expect(answerOf(await submitNow(officer(), report))).toBe('does-not-add-up')
    doneBy(
      await explainFinding(officer(), report, 'Q22:D03', 'Ngày phát động đợt thi đua, cuộc đối thoại là ngày 12/8.'),
    )
    expect(answerOf(await submitNow(officer(), report))).toBe('done')
  })

  test('a note that counts in another unit is put right in the note', async () => {
    await held()
    const report = await begun(place.people.doiCheOfficer)
    const was = { raw: '1', note: '' }
    const noted = { cell: { code: 'D03', dimension: '' }, raw: '1', note: 'Tính theo người', was }
    doneBy(await saveCells(officer(), report, [noted]))
    const [foreign] = await failing(report)
    expect(foreign?.key).toBe('Q21:D03')
    expect(foreign?.text.remedy).toBe('Số của ô này đếm từ sổ; xin sửa ghi chú. Chỗ này phải khớp mới nộp được.')
  })
})

describe('behind a counted figure', () => {
  const cell = { code: 'D03', dimension: '' }
  const opened = async (ctx: ReturnType<typeof as>, report: ReportId) =>
    doneBy(await cellHistory(ctx, report, cell, 1)).records

  test('stand its records in the order of their days', async () => {
    const later = await held({ heldOn: localDate('2026-09-30') })
    const first = await held()
    const report = await begun(place.people.doiCheOfficer)
    const records = await opened(officer(), report)
    expect(records?.facts.map((fact) => [fact.record, fact.day, fact.label])).toEqual([
      [first, '2026-08-12', meeting.subject],
      [later, '2026-09-30', meeting.subject],
    ])
    expect([records?.total, records?.sum, records?.stated]).toEqual([2, quantity(2), null])
    const panel = await cellPanel(officer(), doneBy(await reportPage(officer(), report)), cell)
    expect(panel?.records).toEqual(records)
  })

  test('a reviewer sees them as they stand now, with the number that was handed in when they differ', async () => {
    await held()
    const report = await begun(place.people.doiCheOfficer)
    doneBy(await submitNow(officer(), report))
    expect(await opened(as(place.people.reviewer), report)).toMatchObject({ total: 1, stated: null })
    await held({ heldOn: localDate('2026-08-13') })
    expect(await opened(as(place.people.reviewer), report)).toMatchObject({ total: 2, sum: quantity(2), stated: '1' })
    expect(await opened(officer(), report)).toMatchObject({ total: 2, stated: '1' })
  })

  test('a figure that was typed has none, also when the register was written up after it was handed in', async () => {
    const report = await typed(place.people.doiCheOfficer, { D03: '5' })
    expect(await opened(officer(), report)).toBeNull()
    doneBy(await submitNow(officer(), report))
    await held()
    expect(await opened(as(place.people.reviewer), report)).toBeNull()
    expect((await line(report, 'D03')).figure.raw).toBe('5')
  })

  test('an open page of entry hears of a record, and knows that its counts have moved', async () => {
    const report = await begun(place.people.doiCheOfficer)
    const lines = doneBy(await reportPage(officer(), report)).content?.lines ?? []
    const before = doneBy(await noticePresence(as(place.people.doiCheColleague), report, ''))
    expect([before.counts, countsHaveMoved(lines, before.counts)]).toEqual([{}, false])
    await held()
    const after = doneBy(await noticePresence(as(place.people.doiCheColleague), report, ''))
    expect([after.version, after.counts]).toEqual([before.version, { D03: '1', D04: '1', D05: '1', D06: '12' }])
    expect(countsHaveMoved(lines, after.counts)).toBe(true)
    const now = doneBy(await reportPage(officer(), report)).content?.lines ?? []
    expect(countsHaveMoved(now, after.counts)).toBe(false)
  })
})

test('the page of a dialogue knows which reports of its day were handed in, and who wrote it', async () => {
  const id = await held()
  const report = await begun(place.people.doiCheOfficer)
  const day = localDate('2026-08-12')
  const owner = { province: place.province, unit: place.doiChe }
  expect(await reportsHandedIn(officer(), owner, day)).toEqual([])
  doneBy(await submitNow(officer(), report))
  doneBy(await correctDialogue(as(place.people.doiCheColleague), id, 1, { ...meeting, opinions: 13 }))
  expect((await reportsHandedIn(officer(), owner, day)).map((one) => one.id)).toEqual([report])
  expect(await reportsHandedIn(officer(), owner, localDate('2026-10-01'))).toEqual([])
  expect(await reportsHandedIn(as(place.people.benDoOfficer), owner, day)).toEqual([])
  const { changes } = doneBy(await dialoguePage(officer(), id))
  expect(changes.map(({ kind, by }) => [kind, by])).toEqual([
    ['dialogue-corrected', 'Lê Văn Ngữ'],
    ['dialogue-recorded', 'Trần Thị Ổi'],
  ])
})

test('the province reads all its registers of a year, one line a commune; nobody below it does', async () => {
  const removed = await held()
  await held({ attendances: null })
  doneBy(await voidDialogue(officer(), removed, 1, 'Ghi trùng'))
  const before = { ...meeting, heldOn: localDate('2025-06-30') }
  doneBy(await recordDialogue(as(place.people.kheVangOfficer), newId(), before))
  const linesOf = async (year: number) =>
    Object.fromEntries(
      doneBy(await registersPage(as(place.people.reviewer), year)).map((one) => [one.unit.name, one.meetings]),
    )
  expect(await linesOf(2026)).toEqual({ 'Xã Bến Đò': 0, 'Xã Cầu Gỗ': 0, 'Phường Chợ Mới': 0, 'Xã Đồi Chè': 1 })
  expect(await linesOf(2025)).toMatchObject({ 'Xã Khe Vắng': 1, 'Xã Đồi Chè': 0 })
  for (const who of ['doiCheOfficer', 'doiCheLeader', 'administrator'] as const)
    expect(answerOf(await registersPage(as(place.people[who]), 2026))).toBe('forbidden')
})

test('an auditor reads the registers of the province, of a commune only its own, and changes none', async () => {
  const id = await held()
  const above = as({ ...place.people.reviewer, duty: 'auditor' })
  const within = as({ ...place.people.doiCheOfficer, duty: 'auditor' })
  const elsewhere = as({ ...place.people.benDoOfficer, duty: 'auditor' })
  for (const auditor of [above, within]) {
    expect(doneBy(await registerPage(auditor, place.doiChe, { year: null, page: 1 })).mayKeep).toBe(false)
    expect(doneBy(await dialoguePage(auditor, id)).mayKeep).toBe(false)
    expect(answerOf(await correctDialogue(auditor, id, 1, meeting))).toBe('forbidden')
  }
  expect(answerOf(await registerPage(elsewhere, place.doiChe, { year: null, page: 1 }))).toBe('forbidden')
  expect(answerOf(await dialoguePage(elsewhere, id))).toBe('not-found')
})

test('a register is read by its commune and its province, and by nobody else', async () => {
  await held()
  const read = (who: keyof TestProvince['people']) =>
    registerPage(as(place.people[who]), place.doiChe, { year: null, page: 1 }).then(answerOf)
  expect(await Promise.all([read('doiCheColleague'), read('doiCheLeader'), read('reviewer')])).toEqual(
    Array(3).fill('done'),
  )
  for (const who of ['benDoOfficer', 'administrator', 'otherOfficer', 'otherReviewer'] as const)
    expect(await read(who)).not.toBe('done')
})

test('row security hides a register even from a query that forgot to ask whose it is', async () => {
  await held()
  const { inScope } = await import('#platform/database.ts')
  const seen = (scope: Parameters<typeof inScope>[1], table: 'dialogue' | 'counted_fact') =>
    inScope(database.db, scope, (tx) => tx.selectFrom(table).selectAll().execute())
  for (const table of ['dialogue', 'counted_fact'] as const) {
    expect(await seen({ reach: 'unit', province: place.province, unit: place.doiChe }, table)).not.toEqual([])
    expect(await seen({ reach: 'unit', province: place.province, unit: place.benDo }, table)).toEqual([])
    expect(await seen({ reach: 'province', province: place.other.province }, table)).toEqual([])
    expect(await seen({ reach: 'public' }, table)).toEqual([])
  }
})

test('each change stands in the audit, with counts and without words', async () => {
  const id = await held()
  doneBy(await voidDialogue(officer(), id, 1, 'Ghi trùng'))
  const rows = await database.asOwner<{ kind: string; changed: object; at: Date }>(
    'select kind, changed, at from audit where object_id = $1 order by n',
    [id],
  )
  expect(rows.map((row) => row.kind)).toEqual(['dialogue-recorded', 'dialogue-voided'])
  expect(rows[0]?.changed).toEqual({ heldOn: '2026-08-12', isThematic: true, attendances: 84, opinions: 12 })
  expect(rows[0]?.at).toEqual(now)
})
