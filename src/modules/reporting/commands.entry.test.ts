import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { quarterOf, rangeOf } from '#kernel/period.ts'
import { localDate } from '#kernel/local-date.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, entries, now, quarter } from '../../../tests/support/reports.ts'
import { beginReport } from './commands.server.ts'
import { explainFinding, saveCells } from './entry-commands.server.ts'
import { currentTemplate } from './report.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId, TemplateCode } from './report.ts'

const database = useDatabase()
const { as, begun, typed, submitted, accepted, published, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

type Cell = { state: string; amount: string | null; raw: string; qualifier: string; note: string }

async function cellsOf(unit: string): Promise<Record<string, Cell>> {
  const rows = await database.asOwner<Cell & { cell: string }>(
    `select split_part(indicator_version, '@', 1) || case when dimension = '' then '' else ':' || dimension end as cell,
            state, amount::float::text as amount, raw, qualifier, note
     from figure_value where unit_id = $1`,
    [unit],
  )
  return Object.fromEntries(rows.map(({ cell, ...value }) => [cell, value]))
}

describe('an officer opens a report', () => {
  const wanted = (unit = place.doiChe) => ({ unit, template: currentTemplate, period: quarter })

  test('the report of the quarter is opened as a draft, with one line of history', async () => {
    const id = doneBy(await beginReport(as(place.people.doiCheOfficer), wanted()))
    const page = doneBy(await reportPage(as(place.people.doiCheOfficer), id))
    expect(page.report).toMatchObject({ status: 'draft', origin: 'entered', unit: place.doiChe, period: quarter })
    expect(page.events).toMatchObject([{ move: 'begin', by: 'Trần Thị Ổi', to: 'draft' }])
    expect(page.moves).toEqual(['submit'])
  })

  test('who opens it a second time gets the report that is already open', async () => {
    const first = await begun(place.people.doiCheOfficer)
    expect(await begun(place.people.doiCheColleague)).toBe(first)
    expect(await begun(place.people.doiCheLeader)).toBe(first)
  })

  test('two officers opening at the same moment get the same report', async () => {
    const { doiCheOfficer, doiCheColleague, doiCheLeader } = place.people
    const ids = await Promise.all([doiCheOfficer, doiCheColleague, doiCheLeader].map((person) => begun(person)))
    expect(new Set(ids).size).toBe(1)
    expect(await database.asOwner('select from report_event where report_id = $1', [ids[0]])).toHaveLength(1)
  })

  test('the province opens its own report', async () => {
    const id = doneBy(await beginReport(as(place.people.reviewer), wanted(place.province)))
    expect(await begun(place.people.provinceLeader)).toBe(id)
  })

  test('a period that has not begun is refused, the running one is not', async () => {
    const early = new Date('2026-06-30T16:59:59Z')
    const officer = place.people.doiCheOfficer
    expect(answerOf(await beginReport(as(officer, early), wanted()))).toBe('period-not-begun')
    const firstMinute = new Date('2026-06-30T17:00:00Z')
    expect(answerOf(await beginReport(as(officer, firstMinute), wanted()))).toBe('done')
  })

  test('a commune that ended within the quarter is refused, its last whole quarter is not', async () => {
    const officer = place.people.kheVangOfficer
    const until = (period: typeof quarter) =>
      beginReport(as(officer), { unit: place.kheVang, template: currentTemplate, period })
    expect(answerOf(await until(quarterOf(2025, 3)))).toBe('unit-not-in-force')
    expect(answerOf(await until(quarterOf(2025, 2)))).toBe('done')
  })

  test('a template that the unit does not carry is refused, one that does not exist is not found', async () => {
    await database.asOwner(`insert into template (code) values ('chi-tinh') on conflict do nothing`)
    await database.asOwner(
      `insert into template_version values ('chi-tinh@1', 'chi-tinh', 1, '(,)', 'Mẫu riêng của tỉnh', '{province}', 10, '')
       on conflict (id) do nothing`,
    )
    const with_ = (template: string) =>
      beginReport(as(place.people.doiCheOfficer), { ...wanted(), template: template as TemplateCode })
    expect(answerOf(await with_('chi-tinh'))).toBe('template-not-carried')
    expect(answerOf(await with_('khong-co'))).toBe('not-found')
  })

  test.each([
    ['an officer of another commune', 'benDoOfficer'],
    ['the reviewer', 'reviewer'],
    ['the leader of the province', 'provinceLeader'],
    ['an administrator', 'administrator'],
    ['an officer of another province', 'otherOfficer'],
    ['the reviewer of another province', 'otherReviewer'],
    ['the leader of another province', 'otherProvinceLeader'],
  ] as const)('%s cannot open it for them', async (_, who) => {
    expect(answerOf(await beginReport(as(place.people[who]), wanted()))).toBe('forbidden')
    expect(await database.asOwner('select from report where unit_id = $1', [place.doiChe])).toHaveLength(0)
  })

  test('a free range of other days is a report of its own', async () => {
    const range = rangeOf(localDate('2026-07-01'), localDate('2026-08-31'))
    if (!range) throw new Error('no range')
    expect(await begun(place.people.doiCheOfficer, range)).not.toBe(await begun(place.people.doiCheOfficer))
  })

  test('the days of a quarter are that quarter under every name: figures accepted once are not typed again', async () => {
    const sameDays = { regime: 'range', from: quarter.from, to: quarter.to } as const
    expect(rangeOf(quarter.from, quarter.to)).toEqual(quarter)
    expect(await begun(place.people.doiCheOfficer, sameDays)).toBe(await begun(place.people.doiCheOfficer))
  })
})

describe('an officer saves what was typed', () => {
  test('numbers, hedges, zero, “không áp dụng” and notes stand as they were typed', async () => {
    const officer = place.people.doiCheOfficer
    const id = await begun(officer)
    const form = entries({ F01: '1.240', D02: 'khoảng 500', D01: '0', F09: 'không áp dụng', I03: '+8' })
    const noted = form.map((entry) => (entry.cell.code === 'D01' ? { ...entry, note: ' Không tổ chức. ' } : entry))
    expect(doneBy(await saveCells(as(officer), id, noted))).toEqual({ saved: 5 })
    expect(await cellsOf(place.doiChe)).toEqual({
      F01: { state: 'reported', amount: '1240', raw: '1.240', qualifier: 'exact', note: '' },
      D02: { state: 'reported', amount: '500', raw: 'khoảng 500', qualifier: 'about', note: '' },
      D01: { state: 'zero', amount: null, raw: '0', qualifier: 'exact', note: 'Không tổ chức.' },
      F09: { state: 'not-applicable', amount: null, raw: 'không áp dụng', qualifier: 'exact', note: '' },
      I03: { state: 'reported', amount: '8', raw: '+8', qualifier: 'exact', note: '' },
    })
  })

  test('only the cells that were changed are written, and a cell may be emptied again', async () => {
    const officer = place.people.doiCheOfficer
    const id = await typed(officer, { F01: '10', F06: '9' })
    const form = entries({ F01: '10', F06: '', F07: '' }, { F01: '10', F06: '9' })
    expect(doneBy(await saveCells(as(officer), id, form))).toEqual({ saved: 1 })
    expect((await cellsOf(place.doiChe)).F06).toMatchObject({ state: 'not-yet-known', raw: '' })
    const version = await versionOf(id)
    expect(doneBy(await saveCells(as(officer), id, entries({ F01: '10' }, { F01: '10' })))).toEqual({ saved: 0 })
    expect(await versionOf(id)).toBe(version)
  })

  test('a text that cannot be read stays as it was typed and counts as not yet known', async () => {
    const officer = place.people.doiCheOfficer
    const id = await typed(officer, { F06: 'mười mấy', F07: '12,34' })
    expect(await cellsOf(place.doiChe)).toMatchObject({
      F06: { state: 'not-yet-known', amount: null, raw: 'mười mấy' },
      F07: { state: 'not-yet-known', amount: null, raw: '12,34' },
    })
    const content = doneBy(await reportPage(as(officer), id)).content
    const line = content?.lines.find((one) => one.cell.code === 'F06')
    expect(line?.figure.raw).toBe('mười mấy')
    expect(content?.findings.filter((one) => one.rule === 'Q16').map((one) => one.key)).toEqual(['Q16:F06', 'Q16:F07'])
  })

  test('a cell that the template does not carry is not written', async () => {
    const officer = place.people.doiCheOfficer
    const id = await begun(officer)
    const form = entries({ H07: '5', 'F01:collective': '5', Z99: '5' })
    expect(doneBy(await saveCells(as(officer), id, form))).toEqual({ saved: 0 })
    expect(await cellsOf(place.doiChe)).toEqual({})
  })

  test('two officers saving the same cell: the second is told which, and nothing of the form is half written', async () => {
    const id = await begun(place.people.doiCheOfficer)
    doneBy(await saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '100' })))
    const second = await saveCells(as(place.people.doiCheColleague), id, entries({ F01: '120', F06: '90' }))
    expect(second).toEqual({
      ok: false,
      kind: 'refused',
      refusal: {
        code: 'cells-changed-by-another',
        cells: [{ key: 'F01', now: '100', note: '', by: 'Trần Thị Ổi', at: now, isOwn: false }],
      },
    })
    expect(await cellsOf(place.doiChe)).toMatchObject({ F01: { raw: '100' } })
    expect((await cellsOf(place.doiChe)).F06).toBeUndefined()
    // The page shows the colleague's number; the same form sent again against it is taken.
    const again = entries({ F01: '120', F06: '90' }, { F01: '100' })
    expect(doneBy(await saveCells(as(place.people.doiCheColleague), id, again))).toEqual({ saved: 2 })
    expect(await cellsOf(place.doiChe)).toMatchObject({ F01: { raw: '120' }, F06: { raw: '90' } })
  })

  test('two officers saving the same cell at the same moment: one stands, the other is told', async () => {
    const id = await begun(place.people.doiCheOfficer)
    const answers = await Promise.all([
      saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '100' })),
      saveCells(as(place.people.doiCheColleague), id, entries({ F01: '120' })),
    ])
    expect(answers.map(answerOf).sort()).toEqual(['cells-changed-by-another', 'done'])
    const stands = answers[0]?.ok ? '100' : '120'
    expect(await cellsOf(place.doiChe)).toMatchObject({ F01: { raw: stands } })
  })

  test('a note that a colleague wrote meanwhile is not overwritten unseen', async () => {
    const id = await typed(place.people.doiCheOfficer, { F01: '100' })
    const note = (text: string) => [
      { cell: { code: 'F01', dimension: '' }, raw: '100', note: text, was: { raw: '100', note: '' } },
    ]
    doneBy(await saveCells(as(place.people.doiCheOfficer), id, note('Đếm theo sổ giấy.')))
    expect(answerOf(await saveCells(as(place.people.doiCheColleague), id, note('Đếm theo phần mềm.')))).toBe(
      'cells-changed-by-another',
    )
    expect((await cellsOf(place.doiChe)).F01?.note).toBe('Đếm theo sổ giấy.')
  })

  test('two officers typing the same number do not disturb each other', async () => {
    const id = await begun(place.people.doiCheOfficer)
    doneBy(await saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '100' })))
    expect(answerOf(await saveCells(as(place.people.doiCheColleague), id, entries({ F01: '100' })))).toBe('done')
  })

  test('two officers saving different cells at the same moment: both stand', async () => {
    const id = await begun(place.people.doiCheOfficer)
    const answers = await Promise.all([
      saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '100' })),
      saveCells(as(place.people.doiCheColleague), id, entries({ F06: '90' })),
    ])
    expect(answers.map(answerOf)).toEqual(['done', 'done'])
    expect(await cellsOf(place.doiChe)).toMatchObject({ F01: { raw: '100' }, F06: { raw: '90' } })
  })

  test.each([
    ['submitted', () => submitted(place.people.doiCheOfficer, { F01: '10' })],
    ['accepted', () => accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '10' })],
    ['published', () => published(place.people.doiCheOfficer, place.people.reviewer, { F01: '10' })],
  ])('nothing is typed into a report that is %s', async (status, made) => {
    const id = await made()
    const outcome = await saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '11' }, { F01: '10' }))
    expect(outcome).toEqual({ ok: false, kind: 'refused', refusal: { code: 'not-open-for-entry', status } })
    expect(await cellsOf(place.doiChe)).toMatchObject({ F01: { raw: '10' } })
  })
})

const unequal = { F01: '100', F05: '0', F06: '90', F07: '5', F08: '0', F09: '0', F11: '0' }
const reason = 'Năm hồ sơ chuyển về huyện cũ trước ngày 1/7, chưa có kết quả.'

describe('an officer explains a sum that does not close', () => {
  const findingOf = async (id: ReportId, key = 'Q02:F01') =>
    doneBy(await reportPage(as(place.people.doiCheOfficer), id)).content?.findings.find((one) => one.key === key)

  test('the explanation stands beside the finding, with its author, and can be written anew', async () => {
    const id = await typed(place.people.doiCheOfficer, unequal)
    doneBy(await explainFinding(as(place.people.doiCheOfficer), id, 'Q02:F01', reason))
    expect((await findingOf(id))?.explanation).toEqual({ text: reason, by: 'Trần Thị Ổi' })
    doneBy(await explainFinding(as(place.people.doiCheLeader), id, 'Q02:F01', `${reason} Đã hỏi lại.`))
    expect((await findingOf(id))?.explanation).toEqual({ text: `${reason} Đã hỏi lại.`, by: 'Đỗ Thị Quế' })
  })

  test('nineteen characters are too short, twenty are enough; blanks around them do not count', async () => {
    const officer = as(place.people.doiCheOfficer)
    const id = await typed(place.people.doiCheOfficer, unequal)
    const short = await explainFinding(officer, id, 'Q02:F01', `   ${'ễ'.repeat(19)}   `)
    expect(short).toEqual({ ok: false, kind: 'refused', refusal: { code: 'explanation-too-short', least: 20 } })
    expect(answerOf(await explainFinding(officer, id, 'Q02:F01', 'ễ'.normalize('NFD').repeat(20)))).toBe('done')
  })

  test.each([
    ['a finding that holds', { ...unequal, F08: '5' }, 'Q02:F01'],
    ['a finding that must be corrected', { I05: '5', I06: '9' }, 'Q03:I06-I05'],
    ['a finding that is only a question', { E01: '777', E02: '777' }, 'Q08:E01'],
    ['a finding that does not exist', {}, 'Q99:F01'],
  ])('%s cannot be explained', async (_, texts, key) => {
    const id = await typed(place.people.doiCheOfficer, texts as Record<string, string>)
    expect(answerOf(await explainFinding(as(place.people.doiCheOfficer), id, key, reason))).toBe('nothing-to-explain')
  })

  test('when the sum is corrected the explanation is gone from the page', async () => {
    const officer = as(place.people.doiCheOfficer)
    const id = await typed(place.people.doiCheOfficer, unequal)
    doneBy(await explainFinding(officer, id, 'Q02:F01', reason))
    doneBy(await saveCells(officer, id, entries({ F08: '5' }, { F08: '0' })))
    expect(await findingOf(id)).toMatchObject({ verdict: 'holds', explanation: null })
  })

  test('a report on its way cannot be explained any more', async () => {
    const id = await submitted(place.people.doiCheOfficer)
    expect(answerOf(await explainFinding(as(place.people.doiCheOfficer), id, 'Q02:F01', reason))).toBe(
      'not-open-for-entry',
    )
  })
})

describe('what belongs to a commune is typed by that commune alone', () => {
  const typing = {
    saveCells: (who: keyof TestProvince['people'], id: ReportId) =>
      saveCells(as(place.people[who]), id, entries({ F01: '999' }, unequal)),
    explainFinding: (who: keyof TestProvince['people'], id: ReportId) =>
      explainFinding(as(place.people[who]), id, 'Q02:F01', reason),
  }

  test.each(
    Object.entries(typing).flatMap(([command, run]) =>
      (
        [
          ['benDoOfficer', 'not-found'],
          ['reviewer', 'forbidden'],
          ['provinceLeader', 'forbidden'],
          ['administrator', 'forbidden'],
          ['otherOfficer', 'not-found'],
          ['otherReviewer', 'not-found'],
          ['otherAdministrator', 'not-found'],
        ] as const
      ).map(([who, answer]) => ({ command, run, who, answer })),
    ),
  )('$command by $who: $answer', async ({ run, who, answer }) => {
    const id = await typed(place.people.doiCheOfficer, unequal)
    const version = await versionOf(id)
    expect(answerOf(await run(who, id))).toBe(answer)
    expect(await versionOf(id)).toBe(version)
    expect(await cellsOf(place.doiChe)).toMatchObject({ F01: { raw: '100' } })
  })

  test('a report that does not exist is not found', async () => {
    const nowhere = newId<'Report'>()
    expect(answerOf(await typing.saveCells('doiCheOfficer', nowhere))).toBe('not-found')
    expect(answerOf(await typing.explainFinding('doiCheOfficer', nowhere))).toBe('not-found')
  })
})
