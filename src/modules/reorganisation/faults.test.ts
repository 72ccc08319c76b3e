import { describe, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { rowsOfText } from '#modules/access/list-text.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { emptyDraft, type Draft, type NewUnit, type Step } from './draft.ts'
import { valuesOf } from './form-values.ts'
import { faultsOf } from './faults.ts'
import { readStep } from './forms.ts'
import { faultText } from './labels.ts'
import { planOf } from './plan.ts'
import { outlookOf, twoTrees } from './preview.ts'
import { columnsOf, readStepList } from './step-list.ts'
import { stepTemplate } from './step-columns.ts'
import type { StandingUnit, World } from './world.ts'

const day = localDate('2027-01-01')
const province = newId<'Unit'>()
const district = newId<'Unit'>()

function unit(name: string, more: Partial<StandingUnit> = {}): StandingUnit {
  const common = { kind: 'commune', level: 'commune', parent: province, province, officialCode: null } as const
  return { unit: newId<'Unit'>(), code: name.toLowerCase(), name, ...common, from: null, until: null, ...more }
}

const [suoi, doi, khe] = [
  unit('Xã Suối'),
  unit('Xã Đồi', { officialCode: '20001' }),
  unit('Xã Khe', { parent: district }),
]
const ended = unit('Xã Sắp Đổi', { until: localDate('2027-05-31') })
const young = unit('Xã Vừa Lập', { from: day })
const above = unit('Huyện Cũ', { unit: district, level: 'district', kind: 'rural-district' })
const all = [
  unit('Tỉnh Mây', { unit: province, parent: null, level: 'province', kind: 'province' }),
  above,
  suoi,
  doi,
  khe,
  ended,
  young,
]
const gone: UnitId = newId<'Unit'>()
const foreign: UnitId = newId<'Unit'>()

const world: World = {
  province,
  today: localDate('2026-11-22'),
  units: new Map(all.map((one) => [one.unit, one])),
  elsewhere: new Map([
    [gone, { name: 'Xã Đã Hết', isOfProvince: true }],
    [foreign, { name: 'Xã Tỉnh Bạn', isOfProvince: false }],
  ]),
  codesTaken: new Set(),
  officialCodesUsed: new Set(['20001']),
  codesHeld: new Map([['30001', { unit: foreign, name: 'Xã Tỉnh Bạn' }]]),
  duties: [],
  laterReports: new Map(),
}
const act = { number: '7/NQ', issuedOn: localDate('2026-10-01'), issuer: '', article: '' }
const born = (name: string, more: Partial<NewUnit> = {}): NewUnit => {
  return { unit: newId<'Unit'>(), name, kind: 'commune', officialCode: null, parent: province, ...more }
}
const step = { id: newId<'Step'>(), aggregation: 'both' } as const
const unmeasured = { measure: { by: 'unknown' }, source: '' } as const
const merge = (into: NewUnit, ...from: UnitId[]): Step => {
  return {
    ...step,
    id: newId<'Step'>(),
    kind: 'merge',
    into,
    parts: from.map((one) => ({ from: one, extent: 'whole', ...unmeasured })),
  }
}
const draftOf = (...steps: Step[]): Draft => ({ ...emptyDraft, title: 'Thử', day, act, steps })

function codes(draft: Draft, known: World = world): string[] {
  const faults = faultsOf(draft, planOf(draft, day, known), known)
  // Every fault has its sentence, and none of them lets a code word through.
  for (const fault of faults) expect(faultText(fault)).toMatch(/^[\p{Lu}“].*[.…]$/u)
  return faults.map((fault) => fault.code)
}

test('a draft that is right has no fault; an empty one says all that is missing', () => {
  expect(codes(draftOf(merge(born('Xã Mới'), suoi.unit, doi.unit)))).toEqual([])
  expect(codes(emptyDraft)).toEqual(['title-missing', 'day-missing', 'act-missing', 'no-step'])
})

test.each<[string, string[], Step[]]>([
  ['a unit that has ended', ['unit-not-in-force'], [merge(born('Xã Mới'), suoi.unit, gone)]],
  ['a unit of another province', ['unit-of-another-province'], [merge(born('Xã Mới'), suoi.unit, foreign)]],
  ['a unit nobody knows', ['unit-unknown'], [merge(born('Xã Mới'), suoi.unit, newId<'Unit'>())]],
  ['a unit that changes later anyway', ['unit-changes-later'], [merge(born('Xã Mới'), suoi.unit, ended.unit)]],
  ['a unit that begins that very day', ['unit-changes-that-day'], [merge(born('Xã Mới'), suoi.unit, young.unit)]],
  ['one whole unit under a new name', ['merge-of-one'], [merge(born('Xã Mới'), suoi.unit)]],
  ['a name that another unit has', ['name-taken'], [merge(born('xã đồi'), suoi.unit, khe.unit)]],
  [
    'a code that another unit has',
    ['code-taken'],
    [merge(born('Xã Mới', { officialCode: '20001' }), suoi.unit, khe.unit)],
  ],
  [
    'a code that a unit of another province has',
    ['code-taken'],
    [merge(born('Xã Mới', { officialCode: '30001' }), suoi.unit, khe.unit)],
  ],
  ['a unit without a name', ['name-missing'], [merge(born(''), suoi.unit, doi.unit)]],
  ['a new province', ['kind-does-not-fit'], [merge(born('Tỉnh Mới', { kind: 'province' }), suoi.unit, doi.unit)]],
  [
    'a parent that is not there',
    ['parent-not-in-force'],
    [merge(born('Xã Mới', { parent: gone }), suoi.unit, doi.unit)],
  ],
  ['a name that does not change', ['nothing-changes'], [{ ...step, kind: 'rename', unit: suoi.unit, name: 'Xã Suối' }]],
  [
    'a transfer to itself',
    ['nothing-changes', 'unit-in-two-steps', 'name-taken'],
    [
      {
        ...step,
        kind: 'partial-transfer',
        from: suoi.unit,
        to: suoi.unit,
        fromAfter: newId(),
        toAfter: newId(),
        ...unmeasured,
      },
    ],
  ],
  [
    'one unit in two steps',
    ['unit-in-two-steps'],
    [merge(born('Xã Mới'), suoi.unit, doi.unit), { ...step, kind: 'rename', unit: suoi.unit, name: 'Xã Khác' }],
  ],
])('%s: %j', (_, expected, steps) => {
  expect(codes(draftOf(...steps))).toEqual(expect.arrayContaining(expected))
})

test('a district that ends takes its communes to the province; ended otherwise, it would leave them without a parent', () => {
  const abolished: Step = { ...step, kind: 'level-abolished', unit: district }
  expect(codes(draftOf(abolished))).toEqual([])
  const plan = planOf(draftOf(abolished), day, world)
  expect(plan.opened).toMatchObject([{ unit: khe.unit, parent: province }])
  expect(codes(draftOf(merge(born('Xã Mới'), district, suoi.unit)))).toContain('left-without-parent')
})

test('of a district that ends, a commune that goes into another ends, and one that changes is opened once', () => {
  const abolished: Step = { ...step, id: newId<'Step'>(), kind: 'level-abolished', unit: district }
  const merged = draftOf(abolished, merge(born('Xã Mới'), khe.unit, suoi.unit))
  expect(codes(merged)).toEqual([])
  expect(planOf(merged, day, world).opened.map(({ name }) => name)).toEqual(['Xã Mới'])
  const renamed = draftOf({ ...step, kind: 'rename', unit: khe.unit, name: 'Xã Khe Lớn' }, abolished)
  expect(codes(renamed)).toEqual([])
  expect(planOf(renamed, day, world).opened).toMatchObject([{ unit: khe.unit, name: 'Xã Khe Lớn', parent: province }])
})

test.each<[string, Step]>([
  ['a commune is no level to abolish', { ...step, kind: 'level-abolished', unit: suoi.unit }],
  ['a province does not go into a commune', merge(born('Xã Mới'), province, suoi.unit)],
  ['a commune does not stand under a commune', merge(born('Xã Mới', { parent: khe.unit }), suoi.unit, doi.unit)],
])('%s', (_, one) => {
  expect(codes(draftOf(one))).toContain('kind-does-not-fit')
})

describe('a unit that is divided', () => {
  const [one, other] = [born('Xã Trên'), born('Xã Dưới')]
  const split = (first: number, second: number): Step => ({
    ...{ ...step, kind: 'split', from: suoi.unit, source: 'đề án' },
    parts: [
      { into: one, measure: { by: 'share', share: first } },
      { into: other, measure: { by: 'share', share: second } },
    ],
  })
  const person = { account: newId<'Account'>(), name: 'Lê Văn Thử', kind: 'commune-officer', unit: suoi.unit } as const
  const duty = newId<'Duty'>()

  test('says the sum when its parts are no whole', () => {
    const draft = draftOf(split(300_000, 600_000))
    const faults = faultsOf(draft, planOf(draft, day, world), world)
    expect(faults.map(faultText)).toEqual([expect.stringContaining('Xã Suối cộng lại được 90%')])
  })

  test('asks where each duty goes', () => {
    const known: World = { ...world, duties: [{ ...person, id: duty }] }
    const draft = draftOf(split(400_000, 600_000))
    expect(codes(draft, known)).toEqual(['duty-unassigned'])
    expect(codes({ ...draft, successors: { [duty]: other.unit } as Record<Id<'Duty'>, UnitId> }, known)).toEqual([])
    expect(codes({ ...draft, successors: { [duty]: doi.unit } as Record<Id<'Duty'>, UnitId> }, known)).toEqual([
      'duty-unassigned',
    ])
  })

  test('is shown before and after, with what becomes of its figures', () => {
    const plan = planOf(draftOf(split(400_000, 600_000)), day, world)
    const { before, after } = twoTrees(plan, world)
    expect(before.find((line) => line.unit === suoi.unit)).toMatchObject({ mark: 'ends', note: 'vào Xã Trên, Xã Dưới' })
    expect(after.filter((line) => line.mark === 'new').map((line) => line.name)).toEqual(['Xã Dưới', 'Xã Trên'])
    expect(outlookOf(plan)).toEqual([{ unit: suoi.unit, flag: 'apportioned' }])
  })

  test('on a past day is refused where reports were made for later', () => {
    const known: World = { ...world, today: localDate('2027-06-01'), laterReports: new Map([[suoi.unit, 2]]) }
    expect(codes(draftOf(split(400_000, 600_000)), known)).toEqual(['reports-after-the-day'])
  })
})

describe('a file of steps', () => {
  const read = (text: string) => {
    const rows = rowsOfText(text)
    if (!Array.isArray(rows)) throw new Error(rows)
    const [header, ...lines] = rows
    if (!header) throw new Error('empty')
    return readStepList(lines, columnsOf(header).at, { units: all, province })
  }

  test('the template itself is read without a fault', () => {
    const { steps, problems } = read(stepTemplate(['Xã Suối', 'Xã Đồi', 'Xã Khe']))
    expect(problems).toEqual([])
    expect(steps.map((one) => [one.lines, one.step.kind])).toEqual([
      [[2, 3], 'merge'],
      [[4], 'kind-change'],
    ])
  })

  test('every wrong cell is named by line and column', () => {
    const text = [
      'Bước;Việc;Đơn vị;Đo theo;Số;Nguồn;Tên mới;Loại mới',
      '1;sáp nhâp nhanh;Xã Suối;;;;Mới;xã',
      '2;sáp nhập;Xã Không Có;;;;Mới;làng',
      '2;sáp nhập;Xã Đồi;phần trăm;nhiều;đề án;;',
      '3;đổi tên;xa suoi;;;;;',
    ].join('\n')
    expect(read(text).problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 Việc',
      '3 Loại mới',
      '3 Đơn vị',
      '4 Số',
      '5 Tên mới',
    ])
  })

  test('what a form shows of a step is read back as the same step', () => {
    const steps: Step[] = [
      merge(born('Xã Mới', { officialCode: '20002' }), suoi.unit, doi.unit),
      { ...step, kind: 'kind-change', unit: suoi.unit, unitKind: 'ward', name: 'Phường Suối', officialCode: null },
      {
        ...step,
        kind: 'split',
        from: suoi.unit,
        source: 'đề án',
        parts: [{ into: born('Xã A'), measure: { by: 'share', share: 625_000 } }],
      },
    ]
    for (const one of steps) {
      const values = valuesOf(one)
      expect(readStep(one.kind, (name) => values[name] ?? '', one, province)).toEqual({ ok: true, value: one })
    }
  })
})
