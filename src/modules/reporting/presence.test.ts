import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, entries, now } from '../../../tests/support/reports.ts'
import { saveCells } from './entry-commands.server.ts'
import { noticePresence } from './presence-commands.server.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, begun, submitted, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
const look = async (who: keyof TestProvince['people'], id: ReportId, cell = '', seconds = 0) =>
  noticePresence(as(place.people[who], after(seconds)), id, cell)

describe('officers who have the same report open', () => {
  test('see each other, by name and cell, and nobody sees themselves', async () => {
    const id = await begun(place.people.doiCheOfficer)
    expect(doneBy(await look('doiCheOfficer', id, 'F01')).people).toEqual([])
    expect(doneBy(await look('doiCheColleague', id, 'F06', 5)).people).toEqual([{ name: 'Trần Thị Ổi', cell: 'F01' }])
    expect(doneBy(await look('doiCheOfficer', id, 'F01', 10)).people).toEqual([{ name: 'Lê Văn Ngữ', cell: 'F06' }])
  })

  test('who closed the page is gone within a minute, and forgotten within the hour', async () => {
    const id = await begun(place.people.doiCheOfficer)
    doneBy(await look('doiCheOfficer', id, 'F01'))
    expect(doneBy(await look('doiCheColleague', id, '', 36)).people).toEqual([])
    doneBy(await look('doiCheColleague', id, '', 3700))
    expect(await database.asOwner('select from report_presence where report_id = $1', [id])).toHaveLength(1)
  })

  test('asking again and again writes a row only when it says something new', async () => {
    const id = await begun(place.people.doiCheOfficer)
    const seenAt = async () =>
      (await database.asOwner<{ at: Date }>('select at from report_presence where report_id = $1', [id]))[0]?.at
    doneBy(await look('doiCheOfficer', id, 'F01'))
    doneBy(await look('doiCheOfficer', id, 'F01', 10))
    expect(await seenAt()).toEqual(now)
    doneBy(await look('doiCheOfficer', id, 'F06', 11))
    expect(await seenAt()).toEqual(after(11))
  })

  test('the answer says when a colleague saved or handed in, and asking moves nothing itself', async () => {
    const id = await begun(place.people.doiCheOfficer)
    const first = doneBy(await look('doiCheOfficer', id))
    expect(first).toMatchObject({ version: await versionOf(id), isOpen: true })
    doneBy(await saveCells(as(place.people.doiCheColleague), id, entries({ F01: '5' })))
    expect(doneBy(await look('doiCheOfficer', id)).version).toBeGreaterThan(first.version)
    expect(await database.asOwner(`select from audit where object_id = $1 and kind like '%presence%'`, [id])).toEqual(
      [],
    )
    const handedIn = await submitted(place.people.benDoOfficer)
    expect(doneBy(await look('benDoOfficer', handedIn)).isOpen).toBe(false)
  })

  test.each([
    ['benDoOfficer', 'not-found'],
    ['reviewer', 'forbidden'],
    ['provinceLeader', 'forbidden'],
    ['administrator', 'forbidden'],
    ['otherOfficer', 'not-found'],
  ] as const)('%s does not learn who types: %s', async (who, answer) => {
    const id = await begun(place.people.doiCheOfficer)
    expect(answerOf(await look(who, id))).toBe(answer)
    expect(await database.asOwner('select from report_presence where report_id = $1', [id])).toEqual([])
    expect(answerOf(await look('doiCheOfficer', newId<'Report'>()))).toBe('not-found')
  })
})
