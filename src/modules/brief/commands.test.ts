import { beforeEach, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { newId } from '#kernel/ids.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy } from '../../../tests/support/reports.ts'
import { chooseFigure, moveFigure, removeFigure, restoreFigures } from './commands.server.ts'
import { readChoice } from './store.server.ts'

const database = useDatabase()
const { as } = desk(database)
const eight = ['F01', 'F10', 'F09', 'E01', 'E16', 'D03', 'B13', 'H01']
let place: TestProvince

beforeEach(async () => {
  place = await settleProvince(database)
})

async function chosenBy(actor: Actor): Promise<readonly string[]> {
  const { province, unit } = actor
  const choice = await inScope(database.db, scopeOf(actor), (tx) => readChoice(tx, { province, unit }, currentTemplate))
  return choice.cells
}

async function auditOf(actor: Actor): Promise<string[]> {
  const rows = await database.asOwner<{ kind: string }>(
    'select kind from audit where province_id = $1 and unit_id = $2 order by n',
    [actor.province, actor.unit],
  )
  return rows.map(({ kind }) => kind)
}

/** Who may not: an administrator, and an auditor of either level. */
const strangers = (): Actor[] => [
  place.people.administrator,
  { ...place.people.doiCheOfficer, duty: 'auditor', account: newId<'Account'>() },
  { ...place.people.reviewer, duty: 'auditor', account: newId<'Account'>() },
]

test('a unit that chose nothing has the eight figures of the template', async () => {
  expect(await chosenBy(place.people.doiCheOfficer)).toEqual(eight)
})

describe('choosing a figure', () => {
  test('done: it stands last, for everybody of the unit and for nobody else, and is in the audit', async () => {
    doneBy(await chooseFigure(as(place.people.doiCheOfficer), 'K01:collective'))
    expect(await chosenBy(place.people.doiCheLeader)).toEqual([...eight, 'K01:collective'])
    expect(await chosenBy(place.people.benDoOfficer)).toEqual(eight)
    expect(await chosenBy(place.people.provinceLeader)).toEqual(eight)
    expect(await auditOf(place.people.doiCheOfficer)).toEqual(['brief-figure-chosen'])
  })

  test('refused: what is chosen already, what no report carries, one too many; nothing is recorded', async () => {
    const ctx = as(place.people.doiCheOfficer)
    expect(answerOf(await chooseFigure(ctx, 'F01'))).toBe('already-chosen')
    expect(answerOf(await chooseFigure(ctx, 'Z99'))).toBe('unknown-figure')
    for (const cell of ['D01', 'D02', 'D05', 'D09']) doneBy(await chooseFigure(ctx, cell))
    expect(answerOf(await chooseFigure(ctx, 'D10'))).toBe('too-many')
    expect(await auditOf(place.people.doiCheOfficer)).toHaveLength(4)
  })

  test('forbidden: who reads no reports, and who only looks on', async () => {
    for (const actor of strangers()) expect(answerOf(await chooseFigure(as(actor), 'K04'))).toBe('forbidden')
  })

  test('two people at once: both figures stand in it', async () => {
    const [one, other] = [as(place.people.doiCheOfficer), as(place.people.doiCheLeader)]
    await Promise.all([chooseFigure(one, 'K04'), chooseFigure(other, 'A01')])
    expect([...(await chosenBy(place.people.doiCheOfficer))].sort()).toEqual([...eight, 'K04', 'A01'].sort())
  })
})

describe('moving a figure', () => {
  test('done: it changes places with the one beside it', async () => {
    doneBy(await moveFigure(as(place.people.provinceLeader), 'F09', 'up'))
    expect((await chosenBy(place.people.reviewer)).slice(0, 3)).toEqual(['F01', 'F09', 'F10'])
    expect(await auditOf(place.people.reviewer)).toEqual(['brief-figure-moved'])
  })

  test('refused: beyond the end, and what is not there', async () => {
    const ctx = as(place.people.provinceLeader)
    expect(answerOf(await moveFigure(ctx, 'F01', 'up'))).toBe('at-the-end')
    expect(answerOf(await moveFigure(ctx, 'K04', 'up'))).toBe('not-chosen')
  })

  test('forbidden: who reads no reports, and who only looks on', async () => {
    for (const actor of strangers()) expect(answerOf(await moveFigure(as(actor), 'F09', 'up'))).toBe('forbidden')
  })
})

describe('removing a figure', () => {
  test('done: it is gone, and the others keep their order', async () => {
    doneBy(await removeFigure(as(place.people.doiCheLeader), 'F09'))
    expect(await chosenBy(place.people.doiCheOfficer)).toEqual(eight.filter((cell) => cell !== 'F09'))
    expect(await auditOf(place.people.doiCheLeader)).toEqual(['brief-figure-removed'])
  })

  test('refused: what is not there, and the last one', async () => {
    const ctx = as(place.people.doiCheLeader)
    expect(answerOf(await removeFigure(ctx, 'K04'))).toBe('not-chosen')
    for (const cell of eight.slice(1)) doneBy(await removeFigure(ctx, cell))
    expect(answerOf(await removeFigure(ctx, 'F01'))).toBe('last-one')
  })

  test('forbidden: who reads no reports, and who only looks on', async () => {
    for (const actor of strangers()) expect(answerOf(await removeFigure(as(actor), 'F01'))).toBe('forbidden')
  })
})

describe('the figures of the template again', () => {
  test('refused: where nothing was chosen', async () => {
    expect(answerOf(await restoreFigures(as(place.people.doiCheOfficer)))).toBe('not-changed')
  })

  test('done: whatever was chosen', async () => {
    const ctx = as(place.people.doiCheOfficer)
    doneBy(await removeFigure(ctx, 'F01'))
    doneBy(await chooseFigure(ctx, 'K04'))
    doneBy(await restoreFigures(ctx))
    expect(await chosenBy(place.people.doiCheOfficer)).toEqual(eight)
    expect((await auditOf(place.people.doiCheOfficer)).at(-1)).toBe('brief-figures-restored')
  })

  test('forbidden: who reads no reports, and who only looks on', async () => {
    for (const actor of strangers()) expect(answerOf(await restoreFigures(as(actor)))).toBe('forbidden')
  })
})
