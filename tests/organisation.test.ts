import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { newId } from '#kernel/ids.ts'
import { answeringOn } from '#modules/organisation/answering.server.ts'
import type { BodyId } from '#modules/organisation/body.ts'
import {
  changeFunctions,
  endBody,
  establishBody,
  handOverFunctions,
  mergeBody,
  renameBody,
  type BodyEntry,
} from '#modules/organisation/body-commands.server.ts'
import { bodiesOf, bodiesOverview, bodiesPage, bodyDetail } from '#modules/organisation/body-queries.server.ts'
import { correctBody, undoBodyChange } from '#modules/organisation/body-undo.server.ts'
import { endPlaceInTree, placeInTree, voidPlaceInTree } from '#modules/organisation/tree-commands.server.ts'
import { treesPage } from '#modules/organisation/tree-queries.server.ts'
import { addWord, retireWord, statePattern, withdrawPattern } from '#modules/organisation/word-commands.server.ts'
import { wordsPage } from '#modules/organisation/word-queries.server.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { unitAt } from '#modules/territory/register.ts'
import { inScope } from '#platform/database.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const july = localDate('2025-07-01')
const june = localDate('2025-06-30')
const today = localDate('2026-10-07')
const act = { number: '03-QĐ/ĐU', on: localDate('2025-06-28') }
const bloc: BodyEntry = {
  ...{ name: 'Khối dân vận xã Đồi Chè', kind: 'mobilisation-bloc', tree: 'party', functions: ['mobilisation'] },
  ...{ from: localDate('2020-08-01'), act },
}
const front: BodyEntry = {
  ...{ name: 'Ủy ban MTTQ Việt Nam xã Đồi Chè', kind: 'front-committee', tree: 'front', functions: ['supervision'] },
  ...{ from: localDate('2020-08-01'), act },
}
const officer = () => as(place.people.doiCheOfficer)
const administrator = () => as(place.people.administrator)

async function body(entry: BodyEntry): Promise<BodyId> {
  return doneBy(await establishBody(officer(), newId(), place.doiChe, entry))
}
const page = async (day = july) => doneBy(await bodiesPage(officer(), place.doiChe, day))

describe('a body of a unit', () => {
  test('is established, and sent twice it is one', async () => {
    const id = newId<'Body'>()
    doneBy(await establishBody(officer(), id, place.doiChe, bloc))
    doneBy(await establishBody(officer(), id, place.doiChe, bloc))
    const { bodies } = await page()
    expect(bodies.map(({ name, functions }) => [name, functions])).toEqual([[bloc.name, ['mobilisation']]])
    const names = await inScope(database.db, { reach: 'public' }, (tx) =>
      bodiesOf(tx, place.province, place.doiChe, july),
    )
    expect(names.map(({ name }) => name)).toEqual([bloc.name])
  })

  test.each([
    ['of a kind nobody knows', { kind: 'x' }, 'unknown-word'],
    ['with work nobody knows', { functions: ['x'] }, 'unknown-word'],
    ['with a telephone number', { name: 'Khối 0912 345 678' }, 'personal-number'],
  ])('%s: refused, and nothing is written', async (_, change, code) => {
    const outcome = await establishBody(officer(), newId(), place.doiChe, { ...bloc, ...change })
    expect(answerOf(outcome)).toBe(code)
    expect((await page()).bodies).toEqual([])
  })

  test('of a unit that had ended: refused; of one that the province keeps: written before its last day', async () => {
    const reviewer = as(place.people.reviewer)
    const late = await establishBody(reviewer, newId(), place.district, { ...bloc, from: july })
    expect(answerOf(late)).toBe('unit-not-in-force')
    doneBy(await establishBody(reviewer, newId(), place.district, { ...bloc, name: 'Ban Dân vận Huyện ủy' }))
    const known = doneBy(await bodiesPage(reviewer, place.district, today))
    expect([known.day, known.bodies.length]).toEqual([june, 1])
    expect(doneBy(await bodiesOverview(reviewer, { day: today, kind: null, work: null })).total).toBe(0)
    expect(doneBy(await bodiesOverview(reviewer, { day: june, kind: null, work: 'mobilisation' })).total).toBe(1)
  })

  test.each(['benDoOfficer', 'reviewer', 'administrator'] as const)('of a commune, not by the %s', async (who) => {
    expect(answerOf(await establishBody(as(place.people[who]), newId(), place.doiChe, bloc))).toBe('forbidden')
  })

  test('nor by another province, to whom the unit is not there', async () => {
    const outcome = await establishBody(as(place.people.otherReviewer), newId(), place.doiChe, bloc)
    expect(answerOf(outcome)).toBe('not-found')
  })
})

describe('a body changes', () => {
  test('its name and its work from a day on; what it was stays readable', async () => {
    const id = await body(bloc)
    doneBy(await renameBody(officer(), id, 1, { name: 'Khối vận', from: localDate('2022-01-01'), act }))
    const works = ['mobilisation', 'dialogue']
    doneBy(await changeFunctions(officer(), id, 2, { functions: works, from: localDate('2023-01-01'), act }))
    expect((await page(localDate('2021-12-31'))).bodies[0]?.name).toBe(bloc.name)
    expect((await page()).bodies[0]).toMatchObject({ name: 'Khối vận', functions: works })
    expect(doneBy(await bodyDetail(officer(), id)).versions.length).toBe(3)
  })

  test('but not over what a colleague wrote meanwhile, nor before its last change, nor on its day', async () => {
    const id = await body(bloc)
    const rename = (n: number, from: string) =>
      renameBody(officer(), id, n, { name: 'Khác', from: localDate(from), act })
    expect(answerOf(await rename(0, '2022-01-01'))).toBe('changed-meanwhile')
    expect(answerOf(await rename(1, '2019-01-01'))).toBe('not-in-force')
    expect(answerOf(await rename(1, bloc.from))).toBe('same-day')
    doneBy(await endBody(officer(), id, 1, { from: july, act }))
    expect(answerOf(await rename(2, '2026-01-01'))).toBe('already-ended')
    const none = await changeFunctions(officer(), await body(front), 1, { functions: front.functions, from: july, act })
    expect(answerOf(none)).toBe('nothing-changed')
  })

  test('two officers at once: the second is told', async () => {
    const id = await body(bloc)
    const sent = ['Một', 'Hai'].map((name) => renameBody(officer(), id, 1, { name, from: july, act }))
    expect((await Promise.all(sent)).map(answerOf).sort()).toEqual(['changed-meanwhile', 'done'])
  })

  test('and nobody of another unit changes it', async () => {
    const id = await body(bloc)
    for (const who of ['benDoOfficer', 'reviewer'] as const)
      expect(answerOf(await endBody(as(place.people[who]), id, 1, { from: july, act }))).toBe('forbidden')
    expect(answerOf(await endBody(as(place.people.otherOfficer), id, 1, { from: july, act }))).toBe('not-found')
  })
})

describe('the work goes over', () => {
  const merged = async () => {
    const [from, to] = [await body(bloc), await body(front)]
    doneBy(await mergeBody(officer(), from, 1, { to, from: july, act }))
    return { from, to }
  }
  const whoDoes = async (day = june) => {
    const unit = (await page(day)).unit
    return inScope(database.db, { reach: 'province', province: place.province }, async (tx) => {
      const [answer] = await answeringOn(tx, unit, ['mobilisation'], day, today)
      const name = (owner: typeof answer extends undefined ? never : NonNullable<typeof answer>['owner']) =>
        owner?.kind === 'recorded' ? owner.body.name : owner && `thường: ${owner.name}`
      return [name(answer?.owner ?? null), name(answer?.today?.owner ?? null)]
    })
  }

  test('by a merger: who answers today is the receiver', async () => {
    await merged()
    expect(await whoDoes()).toEqual([bloc.name, front.name])
    expect((await page()).bodies.map(({ name }) => name)).toEqual([front.name])
  })

  test('where nobody wrote anything down, by what is usual, and by the province’s own word before that', async () => {
    const first = ['thường: Khối dân vận xã Đồi Chè', 'thường: Ủy ban MTTQ Việt Nam xã Đồi Chè']
    expect(await whoDoes()).toEqual(first)
    const own = { name: 'Tổ dân vận {unit}', kind: 'mobilisation-team', tree: 'party' as const, source: '1-QĐ/TU' }
    const when = { level: 'commune' as const, function: 'mobilisation', from: july, until: null }
    doneBy(await statePattern(administrator(), { ...own, ...when }))
    expect((await whoDoes())[1]).toBe('thường: Tổ dân vận xã Đồi Chè')
    const stated = doneBy(await wordsPage(administrator())).patterns.find(({ isOwn }) => isOwn)
    doneBy(await withdrawPattern(administrator(), stated?.id as never, 'Ghi nhầm'))
    expect(await whoDoes()).toEqual(first)
  })

  test('by handing over some of it: both stay', async () => {
    const from = await body({ ...bloc, functions: ['mobilisation', 'dialogue'] })
    const to = await body(front)
    const change = { to, from: july, act, functions: ['dialogue'] }
    expect(answerOf(await handOverFunctions(officer(), from, 1, { ...change, functions: ['reception'] }))).toBe(
      'functions-not-owned',
    )
    expect(answerOf(await handOverFunctions(officer(), from, 1, { ...change, to: from }))).toBe('same-body')
    expect(answerOf(await handOverFunctions(officer(), from, 1, { ...change, to: newId() }))).toBe('other-not-in-force')
    doneBy(await handOverFunctions(officer(), from, 1, change))
    expect((await page()).bodies.map(({ functions }) => functions)).toEqual([
      ['mobilisation'],
      ['supervision', 'dialogue'],
    ])
    const other = as(place.people.benDoOfficer)
    expect(answerOf(await handOverFunctions(other, from, 2, change))).toBe('forbidden')
  })

  test('to a body that was written down for that very day without the work: said, not guessed', async () => {
    const from = await body(bloc)
    const to = await body({ ...front, from: july })
    expect(answerOf(await mergeBody(officer(), from, 1, { to, from: july, act }))).toBe('receiver-same-day')
  })

  test('a slip is taken back with all it did, and stays readable with its reason', async () => {
    const { from, to } = await merged()
    doneBy(await undoBodyChange(officer(), from, 2, 'Ghi nhầm ngày'))
    expect((await page()).bodies.map(({ functions }) => functions)).toEqual([['mobilisation'], ['supervision']])
    const { versions, links } = doneBy(await bodyDetail(officer(), to))
    expect([versions.at(-1)?.voidReason, links]).toEqual(['Ghi nhầm ngày', []])
    expect(answerOf(await undoBodyChange(as(place.people.reviewer), from, 1, 'x'))).toBe('forbidden')
  })

  test('but not while the receiver has changed since', async () => {
    const { from, to } = await merged()
    doneBy(await renameBody(officer(), to, 2, { name: 'Khác', from: localDate('2026-01-01'), act }))
    expect(answerOf(await undoBodyChange(officer(), from, 2, 'Ghi nhầm'))).toBe('other-changed-since')
  })

  test('a slip is put right on the same day', async () => {
    const id = await body(bloc)
    doneBy(await correctBody(officer(), id, 1, { ...bloc, name: 'Khối dân vận' }, 'Gõ thừa tên xã'))
    const { versions, last } = doneBy(await bodyDetail(officer(), id))
    expect([last.name, versions.map(({ voidReason }) => voidReason)]).toEqual([
      'Khối dân vận',
      ['Gõ thừa tên xã', null],
    ])
    expect(answerOf(await correctBody(officer(), id, 1, bloc, 'x'))).toBe('changed-meanwhile')
    expect(answerOf(await correctBody(as(place.people.reviewer), id, 2, bloc, 'x'))).toBe('forbidden')
  })
})

describe('words of the province', () => {
  const word = { list: 'body-kind' as const, label: 'Tổ hòa giải', source: '1-QĐ/TU' }

  test('are added, used, and retired; the country’s stand as they are', async () => {
    doneBy(await addWord(administrator(), word))
    expect(answerOf(await addWord(administrator(), { ...word, label: 'to hoa giai' }))).toBe('word-taken')
    const id = await body({ ...bloc, kind: 'own-to-hoa-giai' })
    doneBy(await retireWord(administrator(), 'body-kind', 'own-to-hoa-giai'))
    expect(answerOf(await retireWord(administrator(), 'body-kind', 'party-board'))).toBe('not-found')
    expect(answerOf(await establishBody(officer(), newId(), place.doiChe, { ...bloc, kind: 'own-to-hoa-giai' }))).toBe(
      'unknown-word',
    )
    expect(doneBy(await bodyDetail(officer(), id)).last.kind).toBe('own-to-hoa-giai')
  })

  test('are nobody else’s to add, nor are patterns', async () => {
    for (const who of ['doiCheLeader', 'provinceLeader'] as const) {
      expect(answerOf(await addWord(as(place.people[who]), word))).toBe('forbidden')
      expect(answerOf(await withdrawPattern(as(place.people[who]), newId(), 'x'))).toBe('forbidden')
    }
    expect(doneBy(await wordsPage(as(place.people.otherAdministrator))).words.some(({ isOwn }) => isOwn)).toBe(false)
  })
})

describe('the Party’s tree', () => {
  const entry = () => ({
    ...{ member: place.doiChe, parent: place.cauGo, tree: 'party' as const },
    from: july,
    until: null,
    act,
  })

  test('says where a unit stands differently, and the register reads it at once', async () => {
    const id = newId<'TreeMembership'>()
    doneBy(await placeInTree(administrator(), id, entry()))
    doneBy(await placeInTree(administrator(), id, entry()))
    const parentOn = (day: string) =>
      inScope(
        database.db,
        { reach: 'public' },
        async (tx) => unitAt(await currentRegister(tx), place.doiChe, localDate(day), 'party')?.parent,
      )
    expect([await parentOn('2025-06-30'), await parentOn('2026-01-01')]).toEqual([place.district, place.cauGo])
    doneBy(await endPlaceInTree(administrator(), id, localDate('2025-12-31')))
    expect(await parentOn('2026-01-01')).toBe(place.province)
    const shown = doneBy(await treesPage(administrator(), 'party', july))
    expect([shown.differing, shown.memberships.length]).toEqual([{ party: 1, front: 0 }, 1])
    doneBy(await voidPlaceInTree(administrator(), id, 'Ghi nhầm'))
    expect(answerOf(await voidPlaceInTree(administrator(), id, 'Ghi nhầm'))).toBe('already-void')
    expect(await parentOn('2025-07-01')).toBe(place.province)
  })

  test('refuses what cannot be, and two statements that close a circle together', async () => {
    const under = (member: typeof place.doiChe, parent: typeof place.doiChe) =>
      placeInTree(administrator(), newId(), { ...entry(), member, parent })
    expect(answerOf(await under(place.doiChe, place.other.gioLua))).toBe('other-province')
    const both = await Promise.all([under(place.doiChe, place.benDo), under(place.benDo, place.doiChe)])
    expect(both.map(answerOf).sort()).toEqual(['done', 'makes-a-circle'])
  })

  test.each(['reviewer', 'doiCheOfficer', 'provinceLeader'] as const)('is not the %s’s to change', async (who) => {
    expect(answerOf(await placeInTree(as(place.people[who]), newId(), entry()))).toBe('forbidden')
    expect(answerOf(await endPlaceInTree(as(place.people[who]), newId(), july))).toBe('forbidden')
    expect(answerOf(await voidPlaceInTree(as(place.people[who]), newId(), 'x'))).toBe('forbidden')
    expect((await treesPage(as(place.people[who]), 'party', july)).ok).toBe(false)
  })
})
