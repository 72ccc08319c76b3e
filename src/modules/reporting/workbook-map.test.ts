import { describe, expect, test } from 'vitest'
import type { ReadCell, ReadSheet } from '#kernel/workbook.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { settleProvince } from '../../../tests/support/province.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { answerOf, desk, doneBy } from '../../../tests/support/reports.ts'
import { reportPage } from './queries.server.ts'
import { dropWorkbookMap, saveWorkbookMap, workbookMaps } from './workbook-map-commands.server.ts'
import { readByMaps } from './workbook-map-reading.ts'
import { workbookMapsOf } from './workbook-map-store.server.ts'
import { recognise, shapeOf, type MapLayout } from './workbook-map.ts'

function sheetOf(...rows: (string | number | null)[][]): ReadSheet {
  const cell = (value: string | number | null): ReadCell =>
    value === null
      ? { kind: 'empty' }
      : typeof value === 'number'
        ? { kind: 'number', number: value }
        : { kind: 'text', text: value }
  return { name: 'BC tháng', rows: rows.map((row) => row.map(cell)) }
}

const odd = sheetOf(
  ['TỈNH X', null, null, null],
  ['STT', 'Nội dung công việc', 'Đầu kỳ', 'Phát sinh'],
  [1, 'Số lượt tiếp công dân', 4, 781],
  [2, 'Số người được tiếp', 5, 'trên 20'],
)
const layout: MapLayout = { head: 1, names: 1, values: { kind: 'one', column: 3 }, note: -1 }
const given = { name: 'Biểu 02', shape: shapeOf(odd, 1), layout }

describe('the shape of a workbook', () => {
  test('is its titles, whatever their diacritics, and a row with one word has none', () => {
    expect(shapeOf(odd, 1)).toBe('stt|noi dung cong viec|dau ky|phat sinh')
    expect(shapeOf(odd, 0)).toBe('')
    expect(shapeOf(odd, 9)).toBe('')
  })
})

describe('a workbook of the province', () => {
  const database = useDatabase()
  const { as, begun } = desk(database)

  test('described by two officers at once it is kept once, and the other is told', async () => {
    const { people } = await settleProvince(database)
    const answers = await Promise.all(
      [people.reviewer, people.provinceLeader].map(async (one) => answerOf(await saveWorkbookMap(as(one), given))),
    )
    expect(answers.toSorted()).toEqual(['done', 'known-already'])
  })

  test('done: described once, a commune’s file is recognised and read by it; dropped, it is not', async () => {
    const { people } = await settleProvince(database)
    const id = doneBy(await saveWorkbookMap(as(people.reviewer), given))
    const officer = as(people.doiCheOfficer)
    const maps = await workbookMaps(officer)
    expect(maps.map(({ name }) => name)).toEqual(['Biểu 02'])
    const page = await reportPage(officer, await begun(people.doiCheOfficer))
    const content = page.ok ? page.value.content : null
    if (!content) throw new Error('There is no report')
    const lines = content.lines.filter((line) => ['E01', 'E02'].includes(line.cell.code) && line.cell.dimension === '')
    const named = sheetOf(
      ...[
        ['TỈNH X', null, null, null],
        ['STT', 'Noi dung  cong viec', 'Đầu kỳ', 'Phát sinh'],
      ],
      ...lines.map((line, at) => [at + 1, line.name, 4, 781 + at]),
      [3, 'Số con trâu', 1, 12],
    )
    const read = await readByMaps([named], content, maps)
    expect(read).toMatchObject({ kind: 'read', map: 'Biểu 02', filled: { faults: [] } })
    expect(read.kind === 'read' && read.filled.changes.map(({ code, now }) => [code, now.raw])).toEqual([
      ['E01', '781'],
      ['E02', '782'],
    ])
    expect(read.kind === 'read' && read.filled.aside).toHaveLength(1)
    expect(answerOf(await dropWorkbookMap(as(people.reviewer), id))).toBe('done')
    expect(recognise(named, await workbookMaps(officer))).toBeNull()
    const kinds = await database.asOwner<{ kind: string }>('select kind from audit where object_id = $1 order by n', [
      id,
    ])
    expect(kinds.map(({ kind }) => kind)).toEqual(['workbook-map-saved', 'workbook-map-dropped'])
  })

  test('with a column for each unit, a commune reads its own and nobody else’s', async () => {
    const { people } = await settleProvince(database)
    const page = await reportPage(as(people.doiCheOfficer), await begun(people.doiCheOfficer))
    const content = page.ok ? page.value.content : null
    const line = content?.lines.find(({ cell }) => cell.code === 'E01')
    if (!content || !line) throw new Error('There is no report')
    const wide = sheetOf(['Chỉ tiêu', 'Xã Khác', content.unitName], [line.name, 1, 2])
    const maps = [
      {
        ...{
          id: doneBy(await saveWorkbookMap(as(people.reviewer), { ...given, shape: shapeOf(wide, 0) })),
          name: 'Rộng',
        },
        ...{
          shape: shapeOf(wide, 0),
          layout: { head: 0, names: 0, values: { kind: 'by-unit' }, note: -1 } as MapLayout,
        },
      },
    ]
    const read = await readByMaps([wide], content, maps)
    expect(read.kind === 'read' && read.filled.changes.map(({ now }) => now.raw)).toEqual(['2'])
    const without = { ...content, unitName: 'Xã Không Có' }
    expect(await readByMaps([wide], without, maps)).toEqual({ kind: 'no-column', map: 'Rộng' })
  })

  test.each([
    ['no name', { ...given, name: '  ' }, 'no-name'],
    ['a row without titles', { ...given, shape: '' }, 'no-titles'],
    ['figures where the names are', { ...given, layout: { ...layout, names: 3 } }, 'same-column'],
  ])('refused: %s', async (_, wanted, code) => {
    const { people } = await settleProvince(database)
    expect(answerOf(await saveWorkbookMap(as(people.reviewer), wanted))).toBe(code)
  })

  test('refused: a kind of file that is described already; another province may describe its own', async () => {
    const { people } = await settleProvince(database)
    doneBy(await saveWorkbookMap(as(people.reviewer), given))
    expect(answerOf(await saveWorkbookMap(as(people.provinceLeader), given))).toBe('known-already')
    expect(answerOf(await saveWorkbookMap(as(people.otherReviewer), given))).toBe('done')
    expect(await workbookMaps(as(people.otherReviewer))).toHaveLength(1)
  })

  test('forbidden: a commune uses it and neither makes nor drops it; another province does not even see it', async () => {
    const { people, province } = await settleProvince(database)
    const id = doneBy(await saveWorkbookMap(as(people.reviewer), given))
    expect(answerOf(await saveWorkbookMap(as(people.doiCheLeader), { ...given, shape: 'a|b' }))).toBe('forbidden')
    expect(answerOf(await dropWorkbookMap(as(people.doiCheOfficer), id))).toBe('forbidden')
    expect(answerOf(await dropWorkbookMap(as(people.otherReviewer), id))).toBe('not-found')
    const foreign = await inScope(database.db, scopeOf(people.otherReviewer), (tx) => workbookMapsOf(tx, province))
    expect(foreign).toEqual([])
  })
})
