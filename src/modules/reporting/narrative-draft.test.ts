import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { figureFromText } from '#modules/figures/figure.ts'
import type { IndicatorVersionId } from '#modules/figures/indicator.ts'
import { randomFrom } from '../../../tests/support/random.ts'
import { draftOfAssessment, draftOfPlan, draftOfResults, type DraftParagraph } from './narrative-draft.ts'
import { changeOf, printed, type CellGround, type CountedValue, type NarrativeGround } from './narrative-facts.ts'
import { bound, boundAll, citedFlags, looseNumbers } from './narrative-numbers.ts'
import { markOf, readProse, type Prose } from './narrative.ts'

const version = 'F01@1' as IndicatorVersionId
const counted = (text: string, of: Partial<CountedValue> = {}): CountedValue => ({
  ...{ value: figureFromText(text, 'count'), counted: 1, expected: 1, indicator: version },
  ...of,
})

function cell(code: string, of: Partial<CellGround> = {}): CellGround {
  return {
    ...{
      cell: { code, dimension: '' },
      section: 'D. Đối thoại',
      name: 'Cuộc đối thoại do xã tổ chức',
      dimensionName: null,
    },
    ...{ unitOfCount: 'cuộc', numeral: 'count', nature: 'flow', direction: 'more-is-better' },
    ...{ now: counted('40'), before: null, targets: {}, nextTargets: {}, peers: null },
    ...of,
  }
}

function groundOf(...cells: CellGround[]): NarrativeGround {
  return {
    ...{ period: quarterOf(2026, 3), beforePeriod: quarterOf(2025, 3) },
    cells: new Map(
      cells.map((one) => [one.cell.dimension ? `${one.cell.code}:${one.cell.dimension}` : one.cell.code, one]),
    ),
  }
}

function read(paragraphs: DraftParagraph[], ground: NarrativeGround): string[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.map((parts) => parts.map((part) => ('text' in part ? part.text : printed(ground, part).text)).join('')),
  )
}

const told = (one: CellGround): string | undefined => read(draftOfResults(groundOf(one)), groundOf(one))[0]

describe('the first draft', () => {
  test.each<[string, Partial<CellGround>, string | undefined]>([
    ['a first year', {}, 'Cuộc đối thoại do xã tổ chức: 40 cuộc.'],
    [
      'more than last year',
      { before: counted('32') },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc, tăng 8 (25%) so với cùng kỳ năm trước.',
    ],
    [
      'fewer',
      { before: counted('50') },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc, giảm 10 (20%) so với cùng kỳ năm trước.',
    ],
    ['as many', { before: counted('40') }, 'Cuộc đối thoại do xã tổ chức: 40 cuộc, bằng cùng kỳ năm trước.'],
    [
      'a handful last year: no rate',
      { before: counted('2') },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc, tăng 38 so với cùng kỳ năm trước.',
    ],
    [
      'none last year',
      { before: counted('0') },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc, tăng 40 so với cùng kỳ năm trước.',
    ],
    ['rounded now', { now: counted('trên 40'), before: counted('32') }, 'Cuộc đối thoại do xã tổ chức: trên 40 cuộc.'],
    ['rounded then', { before: counted('khoảng 30') }, 'Cuộc đối thoại do xã tổ chức: 40 cuộc.'],
    ['not known then', { before: counted('') }, 'Cuộc đối thoại do xã tổ chức: 40 cuộc.'],
    [
      'not of every commune then',
      { before: counted('32', { counted: 3, expected: 4 }) },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc.',
    ],
    [
      'by another definition then',
      { before: counted('32', { indicator: 'F01@0' as IndicatorVersionId }) },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc.',
    ],
    ['none', { now: counted('0') }, 'Cuộc đối thoại do xã tổ chức: kỳ này không phát sinh (0 cuộc).'],
    ['not known', { now: counted('') }, undefined],
    ['not applicable', { now: counted('không áp dụng') }, undefined],
    [
      'a target',
      { targets: { own: { aim: 'at-least', amount: quantity(50) } } },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc, đạt 80% chỉ tiêu (50 cuộc).',
    ],
    [
      'a target not to be passed',
      { targets: { superior: { aim: 'at-most', amount: quantity(50) } } },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc, chỉ tiêu không quá 50 cuộc.',
    ],
    [
      'peers of its size',
      { peers: { median: quantity(35), counted: 6, by: 'size' } },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc; mức giữa của nơi cùng loại, cùng cỡ đã công bố là 35 cuộc.',
    ],
    [
      'peers of any size',
      { peers: { median: quantity(35), counted: 6, by: 'kind' } },
      'Cuộc đối thoại do xã tổ chức: 40 cuộc.',
    ],
  ])('%s', (_, of, sentence) => {
    expect(told(cell('D03', of))).toBe(sentence)
  })

  test('no sentence is written about the two sides of 1 July 2025', () => {
    const one = cell('D03', { before: counted('32') })
    const over = { ...groundOf(one), period: quarterOf(2026, 1), beforePeriod: quarterOf(2025, 1) }
    expect(read(draftOfResults(over), over)).toEqual(['Cuộc đối thoại do xã tổ chức: 40 cuộc.'])
  })

  test('parts stand behind their whole, and a missed target is a shortcoming', () => {
    const whole = cell('K01', {
      name: 'Giấy khen',
      unitOfCount: 'giấy khen',
      now: counted('9'),
      targets: { own: { aim: 'at-least', amount: quantity(10) } },
    })
    const part = (dimension: string, name: string, text: string) =>
      cell('K01', {
        cell: { code: 'K01', dimension },
        name: 'Giấy khen',
        unitOfCount: 'giấy khen',
        dimensionName: name,
        now: counted(text),
      })
    const ground = groundOf(whole, part('collective', 'tập thể', '4'), part('individual', 'cá nhân', '5'))
    expect(read(draftOfResults(ground), ground)).toEqual([
      'Giấy khen: 9 giấy khen, trong đó tập thể 4 giấy khen và cá nhân 5 giấy khen, đạt 90% chỉ tiêu (10 giấy khen).',
    ])
    expect(draftOfAssessment(ground).map(({ title }) => title)).toEqual(['Hạn chế'])
  })

  test('the tasks of the plan come with the target that they serve, and the other targets after them', () => {
    const aimed = (code: string, name: string) =>
      cell(code, { name, nextTargets: { superior: { aim: 'at-least', amount: quantity(6) } } })
    const ground = groundOf(aimed('D03', 'Cuộc đối thoại'), aimed('D05', 'Cuộc chuyên đề'))
    const served = { code: 'D03', dimension: '' }
    const tasks = [
      { text: 'Đối thoại với hộ bị thu hồi đất.', owner: 'Khối Dân vận', due: localDate('2026-12-15'), cell: served },
      { text: 'Rà soát quy chế', owner: 'Văn phòng', due: null, cell: null },
    ]
    expect(read(draftOfPlan(tasks, ground), ground)).toEqual([
      'Đối thoại với hộ bị thu hồi đất (Khối Dân vận, hạn 15/12/2026); chỉ tiêu ít nhất 6 cuộc.',
      'Rà soát quy chế (Văn phòng).',
      'Cuộc chuyên đề: ít nhất 6 cuộc.',
    ])
  })

  test('whatever the figures are, every number of a draft is its cell’s, and nothing is compared that may not be', () => {
    const pick = randomFrom(20261122).of
    const texts = ['', '0', '7', '1.240', 'trên 3.200', 'khoảng 500', 'không áp dụng', '33,838']
    for (let round = 0; round < 400; round += 1) {
      const one = cell('D03', {
        now: counted(pick(texts), { counted: pick([1, 3]), expected: 3 }),
        before: pick([null, counted(pick(texts), { indicator: pick([version, null, 'F01@9' as IndicatorVersionId]) })]),
        targets: pick([
          {},
          { own: { aim: pick(['at-least', 'at-most', 'exactly'] as const), amount: quantity(pick([0, 5, 900])) } },
        ]),
        peers: pick([null, { median: quantity('12.5'), counted: 7, by: pick(['size', 'kind'] as const) }]),
        nature: pick(['flow', 'stock', 'change', 'ratio'] as const),
      })
      const ground = groundOf(one)
      for (const { sentences } of [...draftOfResults(ground), ...draftOfAssessment(ground)]) {
        for (const parts of sentences) {
          const typed = parts.filter((part) => 'text' in part).map((part) => ('text' in part ? part.text : ''))
          expect(typed.join(' ')).not.toMatch(/\d/)
          for (const part of parts) {
            if ('text' in part) continue
            expect(printed(ground, part).missing).toBeNull()
            if (part.view === 'change') expect(changeOf(one, ground).kind).toBe('told')
          }
        }
      }
    }
  })
})

describe('numbers in the words', () => {
  const files = cell('F01', {
    name: 'Tổng hồ sơ phải giải quyết',
    unitOfCount: 'hồ sơ',
    now: counted('trên 3.200'),
    before: counted('2.900'),
  })
  const talks = cell('D03', { now: counted('4') })
  const ground = groundOf(files, talks)
  const kinds = (text: string) => looseNumbers(text, ground).map((flag) => flag.kind)

  test('a bare number that is like a cell is offered, with the hedge that the cell has', () => {
    const text = 'Tổng hồ sơ phải giải quyết là 3.200 hồ sơ; xã tổ chức 4 cuộc đối thoại.'
    const flags = looseNumbers(text, ground)
    expect(flags).toMatchObject([
      { kind: 'bindable', number: '3.200', isClear: true, candidates: [{ mark: '[[F01]]', text: 'trên 3.200' }] },
      { kind: 'bindable', number: '4', isClear: true, candidates: [{ mark: '[[D03]]' }] },
    ])
    expect(boundAll(text, ground)).toEqual({
      text: 'Tổng hồ sơ phải giải quyết là [[F01]] hồ sơ; xã tổ chức [[D03]] cuộc đối thoại.',
      count: 2,
    })
  })

  test('thousands written with a comma are the same number', () => {
    expect(kinds('Phải giải quyết 3,200 hồ sơ.')).toEqual(['bindable'])
  })

  test('a number of the same period last year is offered as that', () => {
    const [flag] = looseNumbers('Cùng kỳ năm trước phải giải quyết 2.900 hồ sơ.', ground)
    expect(flag).toMatchObject({ kind: 'bindable', candidates: [{ mark: '[[F01:cungky]]', text: '2.900' }] })
  })

  test('another number beside the words of a cell contradicts it; one that nothing is like is only named', () => {
    expect(kinds('Tổng hồ sơ phải giải quyết là 3.500 hồ sơ.')).toEqual(['contradicts'])
    expect(kinds('Trồng 715 cây xanh.')).toEqual(['unknown'])
    expect(kinds('Thực hiện Nghị quyết 25-NQ/TW trong 9 tháng năm 2026.')).toEqual([])
  })

  test('a small number is not bound by chance', () => {
    expect(kinds('Cả thôn có 4 con suối.')).toEqual(['unknown'])
  })

  test('a number is bound where it stands now, though words were put before it', () => {
    const wanted = { number: '3.200', at: 3, mark: '[[F01]]' }
    expect(bound('Trong quý, có 3.200 hồ sơ.', wanted)).toBe('Trong quý, có [[F01]] hồ sơ.')
    expect(bound('Có 3.201 hồ sơ.', wanted)).toBeNull()
  })

  test('a citation that says another number than when it was saved, or none, is shown with its sentence', () => {
    const cells = new Set(['F01', 'D03'])
    const prose: Prose = readProse(
      'Có [[F01]] hồ sơ. Đối thoại [[D03]] cuộc, chỉ tiêu [[D03:chitieu]].',
      cells,
    ).parts.map((part) => ('text' in part ? part : { ...part, said: markOf(part) === '[[D03]]' ? '4' : '3.100' }))
    expect(citedFlags(prose, ground)).toMatchObject([
      { kind: 'moved', mark: '[[F01]]', said: '3.100', now: 'trên 3.200', sentence: 'Có [[F01]] hồ sơ.' },
      { kind: 'no-number', mark: '[[D03:chitieu]]', why: 'no-target' },
    ])
  })
})
