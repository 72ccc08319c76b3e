import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { smallRegister } from '../../../tests/support/register.ts'
import { mostFeatures, readBoundaryFile, sayNothing, type BoundaryProblem } from './boundary-file.ts'
import { placedBoundaries } from './boundary-placing.ts'
import { drawnBoundary, projected, simplified } from './boundary-shape.ts'
import { problemLines } from './boundary-words.ts'

const square = [
  [105, 21],
  [105.1, 21],
  [105.1, 21.1],
  [105, 21.1],
  [105, 21],
]
const feature = (properties: object, coordinates: unknown = [square], type = 'Polygon') => {
  return { type: 'Feature', properties, geometry: { type, coordinates } }
}
const file = (features: unknown, more: object = { source: 'Bản vẽ thử', licence: 'CC0-1.0' }): string =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features })
const whys = (text: string): BoundaryProblem['why'][] => readBoundaryFile(text).problems.map(({ why }) => why)
const one = { unit: 'song-xanh' }

describe('a file of boundaries', () => {
  test('is read with its days, its source and its licence', () => {
    const given = { ...one, valid_from: '2025-07-01', valid_to: '31/12/2026' }
    const { file: read, problems } = readBoundaryFile(
      file([feature(given), feature({ unit: 'b' }, [[square]], 'MultiPolygon')]),
    )
    expect(problems).toEqual([])
    expect(read).toMatchObject({ source: 'Bản vẽ thử', licence: 'CC0-1.0' })
    expect(read?.boundaries.map(({ unit, from, until }) => [unit, from, until])).toEqual([
      ['song-xanh', '2025-07-01', '2026-12-31'],
      ['b', null, null],
    ])
  })

  test('what it does not say the operator may say', () => {
    const said = { ...sayNothing, source: 'Sở', licence: 'nội bộ', from: localDate('2025-07-01'), property: 'ma_xa' }
    const { file: read } = readBoundaryFile(file([feature({ ma_xa: 4 })], {}), said)
    expect(read).toMatchObject({ source: 'Sở', licence: 'nội bộ', boundaries: [{ unit: '4', from: '2025-07-01' }] })
  })

  const bent = (place: unknown) => file([feature(one, [[place, ...square.slice(1, -1), place]])])
  test.each<[string, string, BoundaryProblem['why'][]]>([
    ['no JSON', '{', ['not-json']],
    ['something else', '[1, 2]', ['not-geojson']],
    ['no list of features', '{"type":"FeatureCollection","features":{}}', ['not-geojson']],
    [
      'another projection',
      file([feature(one)], { source: 'a', licence: 'b', crs: { properties: { name: 'EPSG:3405' } } }),
      ['other-coordinates'],
    ],
    ['nothing in it', file([]), ['no-features']],
    ['too much in it', file(Array.from({ length: mostFeatures + 1 }, () => 0)), ['too-many-features']],
    ['no source, no licence', file([feature(one)], {}), ['no-source', 'no-licence']],
    ['blanks for a source', file([feature(one)], { source: '  ', licence: 'b' }), ['no-source']],
    ['a nameless unit', file([feature({})]), ['no-unit']],
    ['no feature at all', file([null]), ['no-unit', 'not-an-area']],
    ['a day that is none', file([feature({ ...one, valid_from: '2025-02-31' })]), ['bad-day']],
    [
      'days turned round',
      file([feature({ ...one, valid_from: '2025-07-01', valid_to: '2025-06-30' })]),
      ['days-out-of-order'],
    ],
    ['a line', file([feature(one, square, 'LineString')]), ['not-an-area']],
    ['an empty area', file([feature(one, [])]), ['not-an-area']],
    ['rings that are no lists', file([feature(one, [1, 2])]), ['not-an-area']],
    ['a place in words', bent(['105', '21']), ['not-a-place']],
    ['a place without end', file([feature(one)]).replace('105.1', '1e999'), ['not-a-place']],
    ['north before east', bent([21, 105]), ['turned-round']],
    ['metres', bent([583_000, 2_325_000]), ['outside']],
    ['an open ring', file([feature(one, [square.slice(0, -1)])]), ['ring-open']],
    ['a ring of three', file([feature(one, [[square[0], square[1], square[0]]])]), ['ring-short']],
  ])('with %s is refused', (_, text, expected) => {
    expect(whys(text)).toEqual(expected)
    expect(readBoundaryFile(text).file).toBeNull()
    expect(problemLines(readBoundaryFile(text).problems).every((line) => /[.:]$|\.$/.test(line))).toBe(true)
  })

  test('whatever stands in it, reading ends with a file or with problems', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (geometry, properties) => {
        const text = JSON.stringify({
          type: 'FeatureCollection',
          source: 'a',
          licence: 'b',
          features: [{ geometry, properties }],
        })
        const { file: read, problems } = readBoundaryFile(text)
        expect(read === null).toBe(problems.length > 0)
      }),
    )
  })

  test('a long list of problems is counted, not listed', () => {
    const problems = Array.from({ length: 31 }, (_, at) => ({
      at: at + 1,
      why: 'unknown-unit' as const,
      given: `x${at}`,
    }))
    const lines = problemLines(problems)
    expect(lines).toHaveLength(21)
    expect(lines[0]).toBe('Ranh giới thứ 1: mã "x0" không có trong sổ đơn vị.')
    expect(lines.at(-1)).toBe('và 11 chỗ khác.')
  })
})

describe('whose boundary it is', () => {
  const today = localDate('2026-01-01')
  const units = smallRegister({
    units: [
      { code: 'p', level: 'province' },
      { code: 'old', parent: 'p', until: '2025-06-30', officialCode: '00004' },
      { code: 'new', parent: 'p', from: '2025-07-01', officialCode: '00004' },
    ],
  })
  const placed = (...properties: object[]) => {
    const { file: read } = readBoundaryFile(file(properties.map((own) => feature(own))))
    if (!read) throw new Error('the file is not read')
    return placedBoundaries(read, units, today)
  }

  test('our code; an official code is whose it was on that day', () => {
    const { boundaries, problems } = placed({ unit: 'old' }, { official_code: '00004' })
    expect(problems).toEqual([])
    expect(boundaries.map(({ unit, from, before }) => [unit, from, before])).toEqual([
      ['old', null, '2025-07-01'],
      ['new', '2025-07-01', null],
    ])
    const earlier = placed({ official_code: '00004', valid_from: '2025-01-01', valid_to: '2025-03-31' })
    expect(earlier.boundaries).toMatchObject([{ unit: 'old', from: '2025-01-01', before: '2025-04-01' }])
  })

  test.each<[string, object[], BoundaryProblem['why'][]]>([
    ['an unknown code', [{ unit: 'nowhere' }], ['unknown-unit']],
    ['days on which it was not there', [{ unit: 'new', valid_from: '2025-06-30' }], ['not-in-force']],
    ['twice for one day', [{ unit: 'new' }, { unit: 'new', valid_from: '2026-01-01' }], ['given-twice']],
  ])('%s is a problem of that feature', (_, properties, expected) => {
    const { problems } = placed(...properties)
    expect(problems.map(({ why }) => why)).toEqual(expected)
    expect(problems.at(-1)?.at).toBe(properties.length)
  })

  test('one boundary until a day and another after it is no problem', () => {
    expect(placed({ unit: 'new', valid_to: '2025-12-31' }, { unit: 'new', valid_from: '2026-01-01' }).problems).toEqual(
      [],
    )
  })
})

describe('how it is drawn', () => {
  test('south is down, and a square is a square of steps', () => {
    const drawn = drawnBoundary([[square as [number, number][]]])
    expect(drawn?.path).toMatch(/^M\d+ -210000l961 0l0 -1000l-961 0z$/)
    expect(drawn?.box).toMatchObject({ lowY: -211_000, highY: -210_000 })
  })

  test('what bounds nothing is not drawn', () => {
    const flat: [number, number][] = [
      [105, 21],
      [106, 21],
      [105, 21],
      [105, 21],
    ]
    expect(drawnBoundary([[flat]])).toBeNull()
  })

  test('a name stands inside a crescent, not in its middle', () => {
    const crescent: [number, number][] = [
      [105, 20],
      [107, 20],
      [107, 20.2],
      [105.2, 20.2],
      [105.2, 21.8],
      [107, 21.8],
      [107, 22],
      [105, 22],
      [105, 20],
    ]
    const [x = 0, y = 0] = drawnBoundary([[crescent]])?.at ?? []
    const isInHollow = x > projected([105.2, 21])[0] && y < projected([0, 20.2])[1] && y > projected([0, 21.8])[1]
    expect(isInHollow).toBe(false)
  })

  test('simplifying keeps the ring closed, keeps to its places and strays no farther than allowed', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }))
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 3, maxLength: 40 }),
        fc.integer({ min: 1, max: 200 }),
        (open, tolerance) => {
          const ring = [...open, open[0] ?? ([0, 0] satisfies [number, number])]
          const simple = simplified(ring, tolerance)
          expect(simple.at(-1)).toEqual(simple[0])
          expect(simple.every((kept) => ring.some((one) => one === kept))).toBe(true)
          const far = ring.filter((lost) => {
            return !simple.slice(1).some((to, at) => distance(lost, simple[at] ?? to, to) <= tolerance + 1e-6)
          })
          expect(far).toEqual([])
        },
      ),
    )
  })

  test('a ring of two hundred thousand places is simplified without running out of room', () => {
    const ring = Array.from({ length: 200_000 }, (_, at): [number, number] => {
      const angle = (at / 199_999) * 2 * Math.PI
      return [105 + Math.cos(angle), 21 + Math.sin(angle)]
    })
    ring[ring.length - 1] = ring[0] ?? [106, 21]
    const drawn = drawnBoundary([[ring]])
    expect(drawn?.path.length).toBeLessThan(2_000)
    expect(drawn?.path.length).toBeGreaterThan(200)
  })
})

type Place = readonly [number, number]
function distance([x, y]: Place, [x1, y1]: Place, [x2, y2]: Place): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}
