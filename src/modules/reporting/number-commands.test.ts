import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { Actor } from '#modules/access/actor.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy } from '../../../tests/support/reports.ts'
import { quarterOf } from '#kernel/period.ts'
import { cancelNumber, reserveNumber, setNumbering, typeNumber } from './number-commands.server.ts'
import { outgoingRegister, reportNumbers } from './number-queries.server.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, typed, submitted } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const stateReport = { layout: 'state', type: 'report' } as const
const inOrder = { way: 'reserved', term: '', lastReport: '37', lastLetter: '' } as const
const reason = 'Văn bản in sai, phải phát hành lại'

async function handedIn(quarter: 1 | 2 | 3 = 3, officer: Actor = place.people.doiCheOfficer): Promise<ReportId> {
  return submitted(officer, { E01: '780' }, quarterOf(2026, quarter))
}

async function lines(officer: Actor = place.people.doiCheOfficer) {
  return doneBy(await outgoingRegister(as(officer))).parts.flatMap((part) => part.lines)
}

describe('two at once where the paper office numbers', () => {
  test('a number typed for two reports at once stands in one of them, and the other is told whose it is', async () => {
    const reports = [await handedIn(1), await handedIn(2)]
    const people = [place.people.doiCheOfficer, place.people.doiCheColleague]
    const answers = await Promise.all(
      reports.map(async (id, at) => {
        const person = people[at] ?? place.people.doiCheOfficer
        return answerOf(await typeNumber(as(person), id, stateReport, { number: '12', signedOn: '2026-10-06' }))
      }),
    )
    expect(answers.toSorted()).toEqual(['done', 'number-taken'])
  })

  test('two who say at once how the unit numbers: the second is told, and nothing is overwritten', async () => {
    const people = [place.people.doiCheLeader, place.people.doiCheOfficer]
    const answers = await Promise.all(
      people.map(async (person) => answerOf(await setNumbering(as(person), 'state', 0, inOrder))),
    )
    expect(answers.toSorted()).toEqual(['changed-meanwhile', 'done'])
  })
})

describe('a number reserved here', () => {
  beforeEach(async () => {
    doneBy(await setNumbering(as(place.people.doiCheLeader), 'state', 0, inOrder))
  })

  test('goes on from the paper register, is of this year, and the letter has one of its own', async () => {
    const id = await handedIn()
    const officer = as(place.people.doiCheOfficer)
    expect(doneBy(await reserveNumber(officer, id, stateReport))).toBe(38)
    expect(doneBy(await reserveNumber(officer, id, { layout: 'state', type: 'letter' }))).toBe(1)
    expect((await lines()).map((line) => [line.type, line.series, line.number, line.symbol, line.signedOn])).toEqual([
      ['letter', '2026', 1, 'UBND', '2026-10-07'],
      ['report', '2026', 38, 'BC-UBND', '2026-10-07'],
    ])
    const { report } = doneBy(await reportPage(officer, id))
    const numbers = await reportNumbers(officer, report, 'state')
    expect([numbers.report?.number, numbers.letter?.number]).toEqual([38, 1])
  })

  test('is never given twice, however many officers ask at once', async () => {
    const reports = [await handedIn(1), await handedIn(2), await handedIn(3)]
    const people = [place.people.doiCheOfficer, place.people.doiCheColleague, place.people.doiCheLeader]
    const numbers = await Promise.all(
      reports.flatMap((id, at) =>
        (['report', 'letter'] as const).map(async (type) => {
          const person = people[at] ?? place.people.doiCheOfficer
          return [type, doneBy(await reserveNumber(as(person), id, { layout: 'state', type }))] as const
        }),
      ),
    )
    const of = (type: string) => numbers.filter(([one]) => one === type).map(([, number]) => number)
    expect(of('report').toSorted()).toEqual([38, 39, 40])
    expect(of('letter').toSorted()).toEqual([1, 2, 3])
  })

  test('two officers asking for one report at once: one has it, the other is told which', async () => {
    const id = await handedIn()
    const answers = await Promise.all(
      [place.people.doiCheOfficer, place.people.doiCheColleague].map((who) => reserveNumber(as(who), id, stateReport)),
    )
    expect(answers.map(answerOf).toSorted()).toEqual(['already-numbered', 'done'])
    expect(await lines()).toHaveLength(1)
  })

  test('that is cancelled stays with its reason and is not given again', async () => {
    const id = await handedIn()
    const officer = as(place.people.doiCheOfficer)
    doneBy(await reserveNumber(officer, id, stateReport))
    const [line] = await lines()
    expect(answerOf(await cancelNumber(officer, line?.id ?? newId(), 'sai'))).toBe('reason-too-short')
    expect(answerOf(await cancelNumber(officer, line?.id ?? newId(), 'Hỏi anh Ba số 0912 345 678'))).toBe(
      'personal-number',
    )
    doneBy(await cancelNumber(officer, line?.id ?? newId(), reason))
    expect(answerOf(await cancelNumber(officer, line?.id ?? newId(), reason))).toBe('already-cancelled')
    expect(doneBy(await reserveNumber(officer, id, stateReport))).toBe(39)
    expect((await lines()).map(({ number, cancelledFor }) => [number, cancelledFor])).toEqual([
      [39, null],
      [38, reason],
    ])
  })

  test('of a report that is still typed is refused, and so is a number typed beside the order', async () => {
    const officer = as(place.people.doiCheOfficer)
    const draft = await typed(place.people.doiCheOfficer, { E01: '780' })
    expect(answerOf(await reserveNumber(officer, draft, stateReport))).toBe('not-handed-in')
    const id = await handedIn(2)
    const said = { number: '50', signedOn: '7/10/2026' }
    expect(answerOf(await typeNumber(officer, id, stateReport, said))).toBe('numbered-here')
  })

  test.each(['benDoOfficer', 'reviewer', 'otherOfficer', 'administrator'] as const)(
    '%s takes none for it',
    async (who) => {
      const id = await handedIn()
      expect((await reserveNumber(as(place.people[who]), id, stateReport)).ok).toBe(false)
      expect(await lines()).toEqual([])
    },
  )
})

describe('a number of the paper office', () => {
  test('is typed with its day, once; the gaps below it are told', async () => {
    const officer = as(place.people.doiCheOfficer)
    const [first, second] = [await handedIn(1), await handedIn(2)]
    doneBy(await typeNumber(officer, first, stateReport, { number: '05', signedOn: '6/4/2026' }))
    expect(answerOf(await typeNumber(officer, second, stateReport, { number: '5', signedOn: '7/7/2026' }))).toBe(
      'number-taken',
    )
    doneBy(await typeNumber(officer, second, stateReport, { number: '9', signedOn: '7/7/2026' }))
    const [part] = doneBy(await outgoingRegister(officer)).parts
    expect(part?.gaps).toEqual([
      { from: 1, to: 4 },
      { from: 6, to: 8 },
    ])
    expect(part?.lines.map((line) => [line.number, line.signedOn, line.by])).toEqual([
      [9, '2026-07-07', 'Trần Thị Ổi'],
      [5, '2026-04-06', 'Trần Thị Ổi'],
    ])
  })

  test.each([
    ['15/BC-UBND', '7/10/2026', 'number-not-read'],
    ['15', 'hôm qua', 'day-not-read'],
    ['15', '8/10/2026', 'day-not-come'],
  ])('“%s” of %s is refused: %s', async (number, signedOn, code) => {
    const id = await handedIn()
    expect(answerOf(await typeNumber(as(place.people.doiCheOfficer), id, stateReport, { number, signedOn }))).toBe(code)
  })

  test('is not reserved here, and not typed by anybody else', async () => {
    const id = await handedIn()
    expect(answerOf(await reserveNumber(as(place.people.doiCheOfficer), id, stateReport))).toBe('numbered-by-hand')
    const said = { number: '5', signedOn: '7/10/2026' }
    expect(answerOf(await typeNumber(as(place.people.reviewer), id, stateReport, said))).toBe('forbidden')
    expect((await typeNumber(as(place.people.benDoOfficer), id, stateReport, said)).ok).toBe(false)
  })
})

describe('how a unit numbers', () => {
  test('in the Party needs its term, and numbers of a term run through its years', async () => {
    const leader = as(place.people.doiCheLeader)
    expect(answerOf(await setNumbering(leader, 'party', 0, inOrder))).toBe('term-missing')
    doneBy(await setNumbering(leader, 'party', 0, { ...inOrder, term: '2025-2030' }))
    const id = await handedIn()
    expect(doneBy(await reserveNumber(leader, id, { layout: 'party', type: 'report' }))).toBe(38)
    expect((await lines())[0]).toMatchObject({ series: '2025-2030', symbol: 'BC/ĐU' })
  })

  test('is refused when a colleague said otherwise meanwhile, or the start is no number', async () => {
    const leader = as(place.people.doiCheLeader)
    doneBy(await setNumbering(leader, 'state', 0, inOrder))
    expect(answerOf(await setNumbering(as(place.people.doiCheOfficer), 'state', 0, inOrder))).toBe('changed-meanwhile')
    expect(answerOf(await setNumbering(leader, 'state', 1, { ...inOrder, lastReport: 'ba bảy' }))).toBe(
      'start-not-read',
    )
  })

  test('is not for an administrator to say, and a neighbour cancels nothing', async () => {
    expect(answerOf(await setNumbering(as(place.people.administrator), 'state', 0, inOrder))).toBe('forbidden')
    doneBy(await setNumbering(as(place.people.doiCheLeader), 'state', 0, inOrder))
    doneBy(await reserveNumber(as(place.people.doiCheOfficer), await handedIn(), stateReport))
    const [line] = await lines()
    expect(answerOf(await cancelNumber(as(place.people.benDoOfficer), line?.id ?? newId(), reason))).toBe('not-found')
    expect(answerOf(await cancelNumber(as(place.people.administrator), line?.id ?? newId(), reason))).toBe('forbidden')
  })
})
