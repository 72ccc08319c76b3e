import { beforeEach, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, now, quarter } from '../../../tests/support/reports.ts'
import { askAmendment, explainAmended, moveAmendment, openAmendment } from './amendment-commands.server.ts'
import { saveAmendment, type AmendedEntry } from './amendment-entry-commands.server.ts'
import { amendmentBoard } from './amendment-board-queries.server.ts'
import { amendmentList, amendmentPage, amendmentsOf, versionOfReport } from './amendment-queries.server.ts'
import { amendmentsCounted } from './amendment-counted.server.ts'
import type { AmendmentMove } from './amendment.ts'
import { provincePage } from './province-queries.server.ts'
import { openReports } from './open-data.server.ts'
import { openFigures } from './open-figures.server.ts'
import { publishedReport } from './public-queries.server.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId, TemplateCode } from './report.ts'

const database = useDatabase()
const { as, submitted, accepted, published, statusOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const reason = 'Đếm sót hai buổi ở thôn Núi, nay cộng lại từ sổ.'
type Who = keyof TestProvince['people']

function entry(code: string, raw: string, was: string, why = ''): AmendedEntry {
  return { cell: { code, dimension: '' }, raw, note: '', why, was: { raw: was, note: '', why: '' } }
}

async function opened(texts: Record<string, string> = { F01: '10', C01: '3' }): Promise<ReportId> {
  const id = await accepted(place.people.doiCheOfficer, place.people.reviewer, texts)
  doneBy(await openAmendment(as(place.people.doiCheOfficer), id, reason))
  return id
}

async function pageOf(id: ReportId, who: Who = 'doiCheOfficer', n = 1) {
  return doneBy(await amendmentPage(as(place.people[who]), id, n))
}

async function moved(id: ReportId, who: Who, move: AmendmentMove, note = '', n = 1) {
  const [row] = await database.asOwner<{ version: number }>(
    'select version from amendment where report_id = $1 and n = $2',
    [id, n],
  )
  return moveAmendment(as(place.people[who]), id, n, { move, version: row?.version ?? -1, note })
}

async function handedIn(): Promise<ReportId> {
  const id = await opened()
  doneBy(await saveAmendment(as(place.people.doiCheOfficer), id, 1, [entry('C01', '5', '3', 'Sót hai buổi')]))
  doneBy(await moved(id, 'doiCheOfficer', 'hand-in'))
  return id
}

async function ledgerOf(id: ReportId, code: string): Promise<string | undefined> {
  const [row] = await database.asOwner<{ raw: string }>(
    `select v.raw from figure_value v join indicator_version i on i.id = v.indicator_version
     where v.set_id = $1 and i.indicator_code = $2 and v.dimension = ''`,
    [id, code],
  )
  return row?.raw
}

async function sumOf(code: string): Promise<unknown> {
  const page = doneBy(await provincePage(as(place.people.reviewer), quarter))
  return page.lines.find((line) => line.cell.code === code && line.cell.dimension === '')?.figure.value
}

const amountOf = (value: unknown) => String((value as { amount?: bigint }).amount)

describe('opening an amendment', () => {
  test('done: the officer of the unit opens number 1 with a reason, and the report keeps its standing', async () => {
    const id = await opened()
    expect(await statusOf(id)).toBe('accepted')
    const list = doneBy(await amendmentList(as(place.people.reviewer), id))
    expect(list.amendments).toMatchObject([{ n: 1, status: 'open', reason }])
    expect(list.events).toMatchObject([{ n: 1, move: 'open', by: 'Trần Thị Ổi' }])
  })

  test('refused: before acceptance, without a reason, with a telephone number, beside another one', async () => {
    const officer = as(place.people.doiCheOfficer)
    const sent = await submitted(place.people.doiCheOfficer, { F01: '10' })
    expect(answerOf(await openAmendment(officer, sent, reason))).toBe('not-accepted-yet')
    const id = await accepted(place.people.benDoOfficer, place.people.reviewer, { F01: '1' })
    const other = as(place.people.benDoOfficer)
    expect(answerOf(await openAmendment(other, id, 'sai'))).toBe('amendment-reason-too-short')
    expect(answerOf(await openAmendment(other, id, 'Gọi ông Tư 0912345678 để biết'))).toBe('amendment-personal-number')
    doneBy(await openAmendment(other, id, reason))
    expect(await openAmendment(other, id, reason)).toMatchObject({ refusal: { code: 'amendment-under-way', n: 1 } })
  })

  test('forbidden: a neighbour finds nothing to amend, and the reviewer asks but does not open', async () => {
    const id = await accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '1' })
    expect(answerOf(await openAmendment(as(place.people.benDoOfficer), id, reason))).toMatch(/forbidden|not-found/)
    expect(answerOf(await openAmendment(as(place.people.reviewer), id, reason))).toBe('forbidden')
    expect(answerOf(await askAmendment(as(place.people.doiCheOfficer), id, reason))).toBe('forbidden')
    doneBy(await askAmendment(as(place.people.reviewer), id, reason))
    expect((await pageOf(id)).moves).toEqual(['begin'])
    doneBy(await moved(id, 'doiCheOfficer', 'begin'))
    expect((await pageOf(id)).amendment.status).toBe('open')
  })
})

describe('typing an amendment', () => {
  test('done: what counts does not move, and the reviewer sees nothing before it is handed in', async () => {
    const id = await opened()
    doneBy(await saveAmendment(as(place.people.doiCheOfficer), id, 1, [entry('C01', '5', '3', 'Sót hai buổi')]))
    expect(await ledgerOf(id, 'C01')).toBe('3')
    expect(amountOf(await sumOf('C01'))).toBe('30000')
    expect((await pageOf(id)).said?.differences).toMatchObject([
      { cell: { code: 'C01' }, was: '3', is: '5', why: 'Sót hai buổi' },
    ])
    expect(await pageOf(id, 'reviewer')).toMatchObject({ said: null, fields: [] })
    const page = doneBy(await reportPage(as(place.people.reviewer), id))
    expect(page.content?.lines.find((line) => line.cell.code === 'C01')?.figure.raw).toBe('3')
  })

  test('a cell that says again what was accepted leaves the amendment', async () => {
    const id = await opened()
    const officer = as(place.people.doiCheOfficer)
    doneBy(await saveAmendment(officer, id, 1, [entry('C01', '5', '3')]))
    doneBy(await saveAmendment(officer, id, 1, [entry('C01', '3', '5')]))
    expect((await pageOf(id)).said?.differences).toEqual([])
    expect(answerOf(await moved(id, 'doiCheOfficer', 'hand-in'))).toBe('amendment-says-nothing-new')
  })

  test('refused: a cell that a colleague wrote meanwhile is named and kept', async () => {
    const id = await opened()
    doneBy(await saveAmendment(as(place.people.doiCheOfficer), id, 1, [entry('C01', '5', '3')]))
    expect(await saveAmendment(as(place.people.doiCheLeader), id, 1, [entry('C01', '6', '3')])).toMatchObject({
      refusal: { code: 'amendment-cells-changed', cells: [{ key: 'C01', now: '5', by: 'Trần Thị Ổi' }] },
    })
    expect((await pageOf(id)).fields.find((field) => field.key === 'C01')?.now.raw).toBe('5')
  })

  test('refused: nothing is typed once it is handed in; forbidden: nobody else types', async () => {
    const id = await handedIn()
    expect(answerOf(await saveAmendment(as(place.people.doiCheOfficer), id, 1, [entry('C01', '9', '5')]))).toBe(
      'amendment-not-now',
    )
    expect(answerOf(await saveAmendment(as(place.people.reviewer), id, 1, [entry('C01', '9', '5')]))).toBe('forbidden')
    expect(answerOf(await saveAmendment(as(place.people.doiCheOfficer), id, 2, []))).toBe('not-found')
  })

  test('new numbers that do not add up hold it back until they are explained', async () => {
    const id = await opened({ F01: '100', F05: '0', F06: '95', F07: '5', F08: '0', F09: '0', F11: '0' })
    const officer = as(place.people.doiCheOfficer)
    doneBy(await saveAmendment(officer, id, 1, [entry('F06', '90', '95')]))
    expect(answerOf(await moved(id, 'doiCheOfficer', 'hand-in'))).toBe('amendment-does-not-add-up')
    expect(answerOf(await explainAmended(officer, id, 1, 'Q02:F01', 'Ngắn.'))).toBe('amendment-explanation-too-short')
    expect(answerOf(await explainAmended(as(place.people.reviewer), id, 1, 'Q02:F01', reason))).toBe('forbidden')
    doneBy(await explainAmended(officer, id, 1, 'Q02:F01', 'Năm hồ sơ chuyển về huyện cũ trước ngày 1/7.'))
    doneBy(await moved(id, 'doiCheOfficer', 'hand-in'))
    doneBy(await moved(id, 'reviewer', 'accept'))
    const page = doneBy(await reportPage(as(place.people.reviewer), id))
    expect(page.content?.findings.find((one) => one.key === 'Q02:F01')?.explanation?.by).toBe('Trần Thị Ổi')
  })
})

describe('deciding on an amendment', () => {
  test('done: its acceptance puts the numbers into the sums in one step, and both versions stay readable', async () => {
    const id = await handedIn()
    expect(amountOf(await sumOf('C01'))).toBe('30000')
    doneBy(await moved(id, 'reviewer', 'accept'))
    expect(await ledgerOf(id, 'C01')).toBe('5')
    expect(amountOf(await sumOf('C01'))).toBe('50000')
    const page = doneBy(await reportPage(as(place.people.reviewer), id))
    expect(page.content?.amendment).toEqual({ n: 1, reason, acceptedOn: '2026-10-07' })
    const versions = await Promise.all(
      [0, 1].map(async (n) => doneBy(await versionOfReport(as(place.people.doiCheOfficer), id, n))),
    )
    expect(versions.map(({ content }) => content.lines.find((line) => line.cell.code === 'C01')?.figure.raw)).toEqual([
      '3',
      '5',
    ])
    expect(await database.asOwner(`select from figure_change where set_id = $1 and raw = '5'`, [id])).toHaveLength(1)
  })

  test('other rooms are told which versions there are, and whose numbers a sum takes from one', async () => {
    const id = await handedIn()
    doneBy(await moved(id, 'reviewer', 'accept'))
    doneBy(await openAmendment(as(place.people.doiCheLeader), id, reason))
    const { province } = place.people.reviewer
    const found = await inScope(database.db, { reach: 'province', province }, (tx) =>
      amendmentsOf(tx, { province, id }),
    )
    expect(found).toMatchObject([
      { n: 1, reason, by: 'Trần Thị Ổi', acceptedAt: now },
      { n: 2, acceptedAt: null },
    ])
    expect(doneBy(await provincePage(as(place.people.reviewer), quarter)).amended).toEqual([
      { unit: place.doiChe, report: id, n: 1, acceptedOn: '2026-10-07', name: 'Xã Đồi Chè' },
    ])
    const another = 'rieng-0123456789' as TemplateCode
    const counted = await inScope(database.db, { reach: 'province', province }, (tx) =>
      amendmentsCounted(tx, place.province, { template: another, period: quarter }),
    )
    expect(counted).toEqual([])
    const board = doneBy(await amendmentBoard(as(place.people.reviewer), { filter: 'all', page: 1 }))
    expect(board.lines.map(({ n, status }) => `${n} ${status}`).sort()).toEqual(['1 accepted', '2 open'])
    expect(board.counts).toMatchObject({ accepted: 1, 'under-way': 1, 'to-decide': 0, all: 2 })
    const neighbour = await amendmentBoard(as(place.people.benDoOfficer), { filter: 'all', page: 1 })
    expect(doneBy(neighbour).lines).toEqual([])
  })

  test('the next amendment is number 2 and is said against number 1', async () => {
    const id = await handedIn()
    doneBy(await moved(id, 'reviewer', 'accept'))
    expect(doneBy(await openAmendment(as(place.people.doiCheOfficer), id, reason))).toBe(2)
    doneBy(await saveAmendment(as(place.people.doiCheOfficer), id, 2, [entry('C01', '6', '5')]))
    expect((await pageOf(id, 'doiCheOfficer', 2)).said?.differences).toMatchObject([{ was: '5', is: '6' }])
    expect((await pageOf(id, 'reviewer', 1)).said?.differences).toMatchObject([{ was: '3', is: '5' }])
  })

  test('refused: a version that moved, a return without a word; forbidden: the unit accepts nothing', async () => {
    const id = await handedIn()
    const stale = { move: 'accept', version: 1, note: '' } as const
    expect(answerOf(await moveAmendment(as(place.people.reviewer), id, 1, stale))).toBe('amendment-changed-meanwhile')
    expect(answerOf(await moved(id, 'reviewer', 'return'))).toBe('amendment-note-missing')
    expect(answerOf(await moved(id, 'doiCheLeader', 'accept'))).toBe('forbidden')
    expect(answerOf(await moved(id, 'benDoOfficer', 'drop'))).toMatch(/forbidden|not-found/)
    doneBy(await moved(id, 'reviewer', 'return', 'Xin kèm tên thôn.'))
    expect(answerOf(await moved(id, 'reviewer', 'accept'))).toBe('amendment-not-now')
    expect((await pageOf(id)).events[0]).toMatchObject({ move: 'return', note: 'Xin kèm tên thôn.' })
  })

  test('a dropped one stays in the history, keeps its number, and changes nothing', async () => {
    const id = await opened()
    doneBy(await saveAmendment(as(place.people.doiCheOfficer), id, 1, [entry('C01', '5', '3')]))
    doneBy(await moved(id, 'doiCheOfficer', 'drop', 'Xem lại sổ: số cũ đúng.'))
    expect(await ledgerOf(id, 'C01')).toBe('3')
    expect(doneBy(await openAmendment(as(place.people.doiCheOfficer), id, reason))).toBe(2)
    const list = doneBy(await amendmentList(as(place.people.doiCheOfficer), id))
    expect(list.amendments.map(({ n, status }) => `${n} ${status}`)).toEqual(['2 open', '1 dropped'])
  })

  test('accepting while the unit takes it back: one of them is told it has moved', async () => {
    const id = await handedIn()
    const answers = await Promise.all([moved(id, 'reviewer', 'accept'), moved(id, 'doiCheOfficer', 'recall')])
    expect(answers.map(answerOf).sort()).toEqual(['amendment-not-now', 'done'])
  })

  test('two officers opening at once: there is one amendment', async () => {
    const id = await accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '1' })
    const answers = await Promise.all([
      openAmendment(as(place.people.doiCheOfficer), id, reason),
      openAmendment(as(place.people.doiCheLeader), id, reason),
    ])
    expect(answers.map(answerOf).sort()).toEqual(['amendment-under-way', 'done'])
  })
})

test('a public page says the amended numbers from the moment of acceptance, and keeps what it said before', async () => {
  const id = await published(place.people.doiCheOfficer, place.people.reviewer, { C01: '3' })
  const [unit] = await database.asOwner<{ code: string }>('select code from unit where id = $1', [
    place.people.doiCheOfficer.unit,
  ])
  const code = unit?.code ?? ''
  const rawOf = async () =>
    (await publishedReport(database.db, code, id))?.content.lines.find((line) => line.cell.code === 'C01')?.figure.raw
  doneBy(await openAmendment(as(place.people.doiCheOfficer), id, reason))
  doneBy(await saveAmendment(as(place.people.doiCheOfficer), id, 1, [entry('C01', '5', '3')]))
  doneBy(await moved(id, 'doiCheOfficer', 'hand-in'))
  expect(await rawOf()).toBe('3')
  const clock = () => database.asOwner<{ n: number }>('select sum(n)::int as n from public_clock')
  const [before] = await clock()
  doneBy(await moved(id, 'reviewer', 'accept'))
  expect(await rawOf()).toBe('5')
  const [after] = await clock()
  expect(after?.n).toBeGreaterThan(before?.n ?? 0)
  expect(await database.asOwner('select n from publication_version where report_id = $1', [id])).toEqual([{ n: 0 }])
})

test('open data says of each report and each figure which amendment it is of', async () => {
  const id = await published(place.people.doiCheOfficer, place.people.reviewer, { C01: '3' })
  const question = { order: '-to', limit: 100, after: null, count: false, filters: {} }
  const open = () =>
    inScope(database.db, { reach: 'public' }, async (tx) => {
      const reports = (await openReports(tx, { ...question, order: '-publishedOn' })).items
      const figures = (await openFigures(tx, question)).items
      return [
        reports.filter((one) => one.id === id).map(({ amendment }) => amendment),
        [...new Set(figures.filter(({ report }) => report === id).map(({ amendment }) => amendment))],
      ]
    })
  expect(await open()).toEqual([[null], [null]])
  doneBy(await openAmendment(as(place.people.doiCheOfficer), id, reason))
  doneBy(await saveAmendment(as(place.people.doiCheOfficer), id, 1, [entry('C01', '5', '3')]))
  doneBy(await moved(id, 'doiCheOfficer', 'hand-in'))
  doneBy(await moved(id, 'reviewer', 'accept'))
  expect(await open()).toEqual([[1], [1]])
})

test('the frozen report of a province names the communes whose figures are of an amendment', async () => {
  const id = await handedIn()
  doneBy(await moved(id, 'reviewer', 'accept'))
  const { reviewer, provinceLeader } = place.people
  const own = await accepted(reviewer, provinceLeader, {})
  const { content } = doneBy(await reportPage(as(reviewer), own))
  expect(content?.units?.amended).toBe(1)
  expect(content?.unitList?.filter(({ amended }) => amended !== undefined)).toEqual([
    { name: 'Xã Đồi Chè', status: 'accepted', amended: 1 },
  ])
})
