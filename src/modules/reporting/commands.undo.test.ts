import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { verifyChain } from '#platform/audit.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, entries, submitNow } from '../../../tests/support/reports.ts'
import { recallReport, returnReport } from './commands.server.ts'
import { saveCells } from './entry-commands.server.ts'
import { cellHistory, entryState } from './entry-queries.server.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'
import { redoEntry, undoEntry } from './undo-commands.server.ts'

const database = useDatabase()
const { as, begun, typed, submitted, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

type Who = keyof TestProvince['people']
const ctx = (who: Who, at?: Date) => as(place.people[who], at)
const write = async (who: Who, id: ReportId, texts: Record<string, string>, was: Record<string, string> = {}) =>
  doneBy(await saveCells(ctx(who), id, entries(texts, was)))
const undo = (who: Who, id: ReportId, step: number | null = null) => undoEntry(ctx(who), id, step)
const redo = (who: Who, id: ReportId, step: number | null = null) => redoEntry(ctx(who), id, step)

async function rawsOf(unit: string): Promise<Record<string, string>> {
  const rows = await database.asOwner<{ cell: string; raw: string }>(
    `select split_part(indicator_version, '@', 1) as cell, raw from figure_value where unit_id = $1`,
    [unit],
  )
  return Object.fromEntries(rows.map((row) => [row.cell, row.raw]))
}

async function historyOfCell(unit: string, code: string): Promise<string[]> {
  const rows = await database.asOwner<{ raw: string }>(
    `select raw from figure_change where unit_id = $1 and indicator_version = $2 order by n`,
    [unit, `${code}@1`],
  )
  return rows.map((row) => row.raw)
}

async function stateOf(who: Who, id: ReportId) {
  return entryState(ctx(who), doneBy(await reportPage(ctx(who), id)).report)
}

describe('an officer takes back what they saved', () => {
  test('the figure of before stands again, the history has one value more, and the audit says so', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '100' })
    await write('doiCheOfficer', id, { F01: '120' }, { F01: '100' })
    expect(doneBy(await undo('doiCheOfficer', id))).toEqual({ cells: ['F01'] })
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '100' })
    expect(await historyOfCell(place.doiChe, 'F01')).toEqual(['100', '120', '100'])
    const [row] = await database.asOwner<{ kind: string; account_id: string; changed: unknown }>(
      'select kind, account_id, changed from audit where object_id = $1 order by n desc limit 1',
      [id],
    )
    expect(row).toEqual({
      kind: 'entry-undone',
      account_id: place.people.doiCheOfficer.account,
      changed: { step: 2, cells: ['F01'] },
    })
    expect(await verifyChain(database.db, place.province)).toHaveProperty('rows')
  })

  test('a cell that nobody had touched is empty again, not zero', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '100' })
    doneBy(await undo('doiCheOfficer', id))
    const line = doneBy(await reportPage(ctx('doiCheOfficer'), id)).content?.lines.find(
      (one) => one.cell.code === 'F01',
    )
    expect(line?.figure).toEqual({ value: { state: 'not-yet-known' }, raw: '', note: '', basis: 'typed' })
  })

  test('what was saved at once is taken back at once, notes as well', async () => {
    const id = await begun(place.people.doiCheOfficer)
    const form = entries({ F01: '100', F06: '90' }).map((entry) => ({ ...entry, note: 'Theo sổ giấy.' }))
    doneBy(await saveCells(ctx('doiCheOfficer'), id, form))
    expect(doneBy(await undo('doiCheOfficer', id)).cells.sort()).toEqual(['F01', 'F06'])
    const notes = await database.asOwner<{ note: string }>('select note from figure_value where unit_id = $1', [
      place.doiChe,
    ])
    expect(notes.map((row) => row.note)).toEqual(['', ''])
  })

  test(
    'a hundred and twenty steps go back to the beginning and forth to the end again',
    { timeout: 240_000 },
    async () => {
      const id = await begun(place.people.doiCheOfficer)
      const steps = 120
      for (let n = 1; n <= steps; n += 1)
        await write('doiCheOfficer', id, { F01: `${n}` }, { F01: n === 1 ? '' : `${n - 1}` })
      for (let n = 1; n <= steps; n += 1) expect(answerOf(await undo('doiCheOfficer', id))).toBe('done')
      expect(await rawsOf(place.doiChe)).toEqual({ F01: '' })
      expect(answerOf(await undo('doiCheOfficer', id))).toBe('nothing-to-undo')
      for (let n = 1; n <= steps; n += 1) expect(answerOf(await redo('doiCheOfficer', id))).toBe('done')
      expect(await rawsOf(place.doiChe)).toEqual({ F01: `${steps}` })
      expect(answerOf(await redo('doiCheOfficer', id))).toBe('nothing-to-redo')
    },
  )

  test('two presses at the same moment take back two steps, never one step twice', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '1' })
    await write('doiCheOfficer', id, { F06: '2' })
    await Promise.all([undo('doiCheOfficer', id), undo('doiCheOfficer', id)])
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '', F06: '' })
    expect(await historyOfCell(place.doiChe, 'F06')).toEqual(['2', ''])
  })

  test('the same step named twice is refused the second time: an old page undoes nothing else', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '1' })
    await write('doiCheOfficer', id, { F06: '2' })
    expect(answerOf(await undo('doiCheOfficer', id, 2))).toBe('done')
    expect(answerOf(await undo('doiCheOfficer', id, 2))).toBe('nothing-to-undo')
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '1', F06: '' })
  })
})

describe('an officer does again what they undid', () => {
  test('steps come back in their order', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '1' })
    await write('doiCheOfficer', id, { F01: '2' }, { F01: '1' })
    doneBy(await undo('doiCheOfficer', id))
    doneBy(await undo('doiCheOfficer', id))
    doneBy(await redo('doiCheOfficer', id))
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '1' })
    doneBy(await redo('doiCheOfficer', id))
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '2' })
    doneBy(await undo('doiCheOfficer', id))
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '1' })
    const kinds = await database.asOwner<{ kind: string }>(
      `select kind from audit where object_id = $1 and kind like 'entry-%' order by n`,
      [id],
    )
    expect(kinds.map((row) => row.kind)).toEqual([
      ...['entry-undone', 'entry-undone', 'entry-redone', 'entry-redone', 'entry-undone'],
    ])
  })

  test('after something new was typed the undone is gone', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '1' })
    doneBy(await undo('doiCheOfficer', id))
    await write('doiCheOfficer', id, { F06: '5' })
    expect(answerOf(await redo('doiCheOfficer', id))).toBe('nothing-to-redo')
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '', F06: '5' })
  })

  test('a colleague who typed in the cell meanwhile is not overwritten', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '1' })
    doneBy(await undo('doiCheOfficer', id))
    await write('doiCheColleague', id, { F01: '7' })
    expect(answerOf(await redo('doiCheOfficer', id))).toBe('step-overwritten')
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '7' })
  })
})

describe('undo among colleagues', () => {
  test('a cell that a colleague wrote since is refused by name, and nothing of the step is put back', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '100', F06: '90' })
    await write('doiCheColleague', id, { F01: '120' }, { F01: '100' })
    const outcome = await undo('doiCheOfficer', id)
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusal: { code: 'step-overwritten', cells: [{ key: 'F01', by: 'Lê Văn Ngữ', isOwn: false }] },
    })
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '120', F06: '90' })
  })

  test('a colleague who wrote in between is kept, also when the last word was one’s own', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F01: '100' })
    await write('doiCheColleague', id, { F01: '120' }, { F01: '100' })
    await write('doiCheOfficer', id, { F01: '130' }, { F01: '120' })
    expect(answerOf(await undo('doiCheOfficer', id))).toBe('done')
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '120' })
    expect(await undo('doiCheOfficer', id)).toMatchObject({
      refusal: { code: 'step-overwritten', cells: [{ key: 'F01', by: 'Lê Văn Ngữ' }] },
    })
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '120' })
  })

  test('each takes back their own: the colleague’s cell stays, and the page offers the step before a blocked one', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheOfficer', id, { F06: '90' })
    await write('doiCheOfficer', id, { F01: '100' })
    await write('doiCheColleague', id, { F01: '120', D01: '3' }, { F01: '100' })
    const state = await stateOf('doiCheOfficer', id)
    expect(state.undo).toMatchObject({ step: 2, cells: ['F01'], obstacles: [{ key: 'F01', by: 'Lê Văn Ngữ' }] })
    expect(state.undoBefore).toMatchObject({ step: 1, cells: ['F06'], obstacles: [] })
    expect(state.redo).toBeNull()
    expect(state.writers.F01).toMatchObject({ by: 'Lê Văn Ngữ', isOwn: false })
    expect(state.writers.F06).toMatchObject({ by: 'Trần Thị Ổi', isOwn: true })
    expect(answerOf(await undo('doiCheOfficer', id, 1))).toBe('done')
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '120', F06: '', D01: '3' })
    expect((await stateOf('doiCheOfficer', id)).redo).toMatchObject({ step: 1, cells: ['F06'] })
  })

  test('the step of a colleague cannot be named', async () => {
    const id = await begun(place.people.doiCheOfficer)
    await write('doiCheColleague', id, { F01: '1' })
    expect(answerOf(await undo('doiCheOfficer', id, 1))).toBe('nothing-to-undo')
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '1' })
  })
})

describe('undo ends where a report was moved', () => {
  test('nothing of a submitted report is taken back', async () => {
    const id = await submitted(place.people.doiCheOfficer, { F01: '10' })
    expect(answerOf(await undo('doiCheOfficer', id))).toBe('not-open-for-entry')
    expect(answerOf(await redo('doiCheOfficer', id))).toBe('not-open-for-entry')
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '10' })
  })

  test('what the reviewer has read is not undone by a key after it came back', async () => {
    const id = await submitted(place.people.doiCheOfficer, { F01: '10' })
    doneBy(await recallReport(ctx('doiCheOfficer'), id, await versionOf(id)))
    expect(answerOf(await undo('doiCheOfficer', id))).toBe('nothing-to-undo')
    await write('doiCheOfficer', id, { F01: '12' }, { F01: '10' })
    expect(answerOf(await undo('doiCheOfficer', id))).toBe('done')
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '10' })
  })
})

describe('undo and redo are for those who type here', () => {
  test.each([
    ['benDoOfficer', 'not-found'],
    ['reviewer', 'forbidden'],
    ['provinceLeader', 'forbidden'],
    ['administrator', 'forbidden'],
    ['otherOfficer', 'not-found'],
    ['otherReviewer', 'not-found'],
  ] as const)('%s: %s', async (who, answer) => {
    const id = await typed(place.people.doiCheOfficer, { F01: '1' })
    await write('doiCheOfficer', id, { F06: '2' })
    doneBy(await undo('doiCheOfficer', id))
    const version = await versionOf(id)
    expect(answerOf(await undo(who, id))).toBe(answer)
    expect(answerOf(await redo(who, id))).toBe(answer)
    expect(await versionOf(id)).toBe(version)
    expect(await rawsOf(place.doiChe)).toEqual({ F01: '1', F06: '' })
  })

  test('a report that does not exist is not found', async () => {
    expect(answerOf(await undo('doiCheOfficer', newId<'Report'>()))).toBe('not-found')
    expect(answerOf(await redo('doiCheOfficer', newId<'Report'>()))).toBe('not-found')
  })
})

describe('the history of one cell', () => {
  const cell = { code: 'F01', dimension: '' }
  const rawsSeen = async (who: Who, id: ReportId): Promise<(string | null)[][] | string> => {
    const outcome = await cellHistory(ctx(who), id, cell, 1)
    return outcome.ok ? outcome.value.changes.map((one) => [one.before?.raw ?? null, one.raw, one.by]) : outcome.kind
  }

  test('says who changed it from what to what, newest first', async () => {
    const id = await typed(place.people.doiCheOfficer, { F01: '10' })
    await write('doiCheColleague', id, { F01: '12' }, { F01: '10' })
    doneBy(await undo('doiCheColleague', id))
    expect(await rawsSeen('doiCheOfficer', id)).toEqual([
      ['12', '10', 'Lê Văn Ngữ'],
      ['10', '12', 'Lê Văn Ngữ'],
      [null, '10', 'Trần Thị Ổi'],
    ])
  })

  test('a reviewer follows it to the copy he may read, and nothing before a submission', async () => {
    const id = await typed(place.people.doiCheOfficer, { F01: '10' })
    expect(await rawsSeen('reviewer', id)).toBe('forbidden')
    await write('doiCheOfficer', id, { F01: '11' }, { F01: '10' })
    doneBy(await submitNow(ctx('doiCheOfficer'), id))
    const asOfCopy = [
      ['10', '11', 'Trần Thị Ổi'],
      [null, '10', 'Trần Thị Ổi'],
    ]
    expect(await rawsSeen('reviewer', id)).toEqual(asOfCopy)
    doneBy(await returnReport(ctx('reviewer'), id, await versionOf(id), [{ cell, text: 'Xin xem lại tổng này.' }]))
    await write('doiCheOfficer', id, { F01: '99' }, { F01: '11' })
    expect(await rawsSeen('reviewer', id)).toEqual(asOfCopy)
    expect(await rawsSeen('doiCheLeader', id)).toEqual([['11', '99', 'Trần Thị Ổi'], ...asOfCopy])
    // A copy made before the number was kept is cut by its hour.
    await database.asOwner('update report_copy set figures_through = null where report_id = $1', [id])
    const later = new Date(ctx('doiCheOfficer').now.getTime() + 60_000)
    doneBy(await saveCells(ctx('doiCheOfficer', later), id, entries({ F01: '77' }, { F01: '99' })))
    const seen = await rawsSeen('reviewer', id)
    expect(JSON.stringify(seen)).not.toContain('"77"')
  })

  test('a long one comes in pages, and a page that does not exist is the last', async () => {
    const id = await begun(place.people.doiCheOfficer)
    for (let n = 1; n <= 31; n += 1)
      await write('doiCheOfficer', id, { F01: `${n}` }, { F01: n === 1 ? '' : `${n - 1}` })
    const page = doneBy(await cellHistory(ctx('doiCheOfficer'), id, cell, 99))
    expect([page.page, page.pages, page.total]).toEqual([2, 2, 31])
    expect(page.changes.map((one) => [one.before, one.raw])).toEqual([[null, '1']])
  })

  test.each([
    ['benDoOfficer', 'not-found'],
    ['administrator', 'forbidden'],
    ['otherReviewer', 'not-found'],
  ] as const)('%s: %s', async (who, answer) => {
    const id = await submitted(place.people.doiCheOfficer, { F01: '10' })
    expect(await rawsSeen(who, id)).toBe(answer)
  })

  test('of a cell that the template does not carry there is none', async () => {
    const id = await begun(place.people.doiCheOfficer)
    expect(answerOf(await cellHistory(ctx('doiCheOfficer'), id, { code: 'Z99', dimension: '' }, 1))).toBe('not-found')
  })
})
