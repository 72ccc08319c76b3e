import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { Actor } from '#modules/access/actor.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy } from '../../../tests/support/reports.ts'
import { longestName, mostSaved, type SavedQuestionId } from './saved-question.ts'
import { deleteQuestion, renameQuestion, saveQuestion } from './saved-question-commands.server.ts'
import { savedQuestionRefusalText } from './saved-question-labels.ts'
import { savedQuestions } from './saved-question-queries.server.ts'

const database = useDatabase()
const { as } = desk(database)
const address = 'indicators=F06&by=commune&year=2026'
let place: TestProvince
let officer: Actor
beforeAll(async () => {
  place = await settleProvince(database)
})
beforeEach(async () => {
  officer = place.people.doiCheOfficer
  await database.asOwner('delete from saved_question')
})

const newOne = (): SavedQuestionId => newId<'SavedQuestion'>()
const save = (name: string, by: Actor = officer, id = newOne(), to = address) =>
  saveQuestion(as(by), id, { name, address: to })
const names = async (by: Actor = officer) => (await savedQuestions(as(by)))?.map(({ name }) => name)

describe('keeping a question', () => {
  test('done: it stands in the officer’s own list with its address, and the audit says so without the name', async () => {
    const id = newOne()
    doneBy(await save('  Hồ sơ   đúng hạn ', officer, id))
    expect(await savedQuestions(as(officer))).toMatchObject([{ id, name: 'Hồ sơ đúng hạn', address }])
    const [row] = await database.asOwner<{ kind: string; changed: object }>(
      'select kind, changed from audit where object_id = $1',
      [id],
    )
    expect(row).toEqual({ kind: 'question-saved', changed: {} })
  })

  test.each([
    ['no name', '   ', address, 'name-missing'],
    ['a name longer than a line', 'ồ'.repeat(longestName + 1), address, 'name-too-long'],
    ['a telephone number in the name', 'gọi 0912 345 678', address, 'personal-number'],
    ['an address of another site', 'Hỏi', 'https://example.vn/?a=b', 'not-a-question'],
    ['an address without a question', 'Hỏi', 'indicators', 'not-a-question'],
  ])('refused: %s', async (_, name, to, code) => {
    expect(answerOf(await save(name, officer, newOne(), to))).toBe(code)
    expect(await names()).toEqual([])
  })

  test('refused: a name that is already there, also when it is sent twice at once', async () => {
    const answers = await Promise.all([save('Một'), save('Một')])
    expect(answers.map(answerOf).sort()).toEqual(['done', 'name-taken'])
    expect(await names()).toEqual(['Một'])
  })

  test('refused: more than an account keeps', async () => {
    for (let at = 0; at < mostSaved; at += 1) doneBy(await save(`Câu ${at}`))
    expect(answerOf(await save('Một câu nữa'))).toBe('too-many-saved')
  })

  test('a colleague of the same unit has the same name in a list of their own', async () => {
    doneBy(await save('Một'))
    doneBy(await save('Một', place.people.doiCheColleague))
    expect([await names(), await names(place.people.doiCheColleague)]).toEqual([['Một'], ['Một']])
  })

  test('forbidden: an administrator, who sees no figures', async () => {
    expect(answerOf(await save('Một', place.people.administrator))).toBe('forbidden')
    expect(await savedQuestions(as(place.people.administrator))).toBeNull()
  })
})

describe('renaming and deleting', () => {
  test('done: another name, then nothing', async () => {
    const id = newOne()
    doneBy(await save('Một', officer, id))
    doneBy(await renameQuestion(as(officer), id, 'Hai'))
    expect(await names()).toEqual(['Hai'])
    doneBy(await renameQuestion(as(officer), id, 'Hai'))
    doneBy(await deleteQuestion(as(officer), id))
    expect(await names()).toEqual([])
  })

  test('refused: the name of another one, an empty name', async () => {
    const id = newOne()
    doneBy(await save('Một', officer, id))
    doneBy(await save('Hai'))
    expect(answerOf(await renameQuestion(as(officer), id, 'Hai'))).toBe('name-taken')
    expect(answerOf(await renameQuestion(as(officer), id, ' '))).toBe('name-missing')
    expect(await names()).toEqual(['Hai', 'Một'])
  })

  test('refused: what is deleted already is not there any more', async () => {
    const id = newOne()
    doneBy(await save('Một', officer, id))
    doneBy(await deleteQuestion(as(officer), id))
    expect(answerOf(await deleteQuestion(as(officer), id))).toBe('not-found')
  })

  test.each(['doiCheColleague', 'reviewer', 'otherOfficer'] as const)(
    'a colleague’s question is not there for %s; for an administrator it is forbidden',
    async (who) => {
      const id = newOne()
      doneBy(await save('Một', officer, id))
      const other = place.people[who]
      expect(answerOf(await renameQuestion(as(other), id, 'Của tôi'))).toBe('not-found')
      expect(answerOf(await deleteQuestion(as(other), id))).toBe('not-found')
      expect(answerOf(await renameQuestion(as(place.people.administrator), id, 'Của tôi'))).toBe('forbidden')
      expect(answerOf(await deleteQuestion(as(place.people.administrator), id))).toBe('forbidden')
      expect(await names()).toEqual(['Một'])
    },
  )
})

test('every refusal has a sentence that says what to do', () => {
  const refusals = [
    { code: 'name-missing' },
    { code: 'name-too-long', most: 1 },
    { code: 'personal-number' },
    { code: 'name-taken', name: 'Một' },
    { code: 'too-many-saved', most: 2 },
    { code: 'not-a-question' },
  ] as const
  for (const refusal of refusals) expect(savedQuestionRefusalText(refusal)).toMatch(/^\p{Lu}.*Xin .*\.$/u)
})
