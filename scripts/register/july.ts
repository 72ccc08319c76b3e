import {
  begin,
  change,
  end,
  openVersion,
  record,
  unitNow,
  wholeShare,
  type Book,
  type Cite,
  type Link,
  type Unit,
} from './book.ts'
import { finderOf, type Finder, type HandReading, type Named } from './matching.ts'
import { fullName, nameKey } from './names.ts'
import type { Cells } from './table.ts'

const day = '2025-07-01'
const provinceLaw = '202/2025/QH15'

export type Tables = {
  provinces: readonly Cells[]
  resolutions: readonly Cells[]
  clauses: readonly Cells[]
  parts: readonly Cells[]
  untouched: readonly Cells[]
  codes: readonly Cells[]
  readings: readonly HandReading[]
}

/** What a clause names and no unit, or more than one, answers to. */
export type Unsettled = Named & { found: Unit[] }

type Taking = Named & { area: string; population: string; unit: Unit }
type Step = { resolution: string; clause: number; row: Cells; takings: Taking[] }

/** What nobody named ends without a successor and is listed as `left`. 1 July 2025: provinces by 202/2025/QH15, communes by the 34 resolutions, and no districts any more. */
export function applyJuly(book: Book, tables: Tables): { unsettled: Unsettled[]; left: Unit[] } {
  const unsettled: Unsettled[] = []
  const olds = new Map<string, Unit[]>()
  for (const row of tables.provinces) {
    olds.set(
      row('new_code'),
      row('old_codes')
        .split(' ')
        .map((code) => unitNow(book, 'province', code)),
    )
  }
  const finders = new Map(
    tables.resolutions.map((row) => {
      const code = provinceCode(tables.codes, row('province'))
      return [row('number'), { code, finder: finderOf(book, olds.get(code) ?? [], tables.readings) }]
    }),
  )
  const steps = tables.resolutions.flatMap((row) =>
    stepsOf(book, row('number'), tables, finders.get(row('number'))?.finder, unsettled),
  )
  const kept = tables.untouched.flatMap((row) => {
    const named = namedBy(row, row('kind'))
    const found = finders.get(named.resolution)?.finder.find(named) ?? []
    if (found.length !== 1) unsettled.push({ ...named, found })
    return found[0] && found.length === 1 ? [{ named, unit: found[0] }] : []
  })
  const provinceOf = renewProvinces(book, tables.provinces)
  const parentFor = (resolution: string): Unit => {
    const parent = provinceOf.get(finders.get(resolution)?.code ?? '')
    if (!parent) throw new Error(`${resolution}: its province was not found`)
    return parent
  }
  for (const { named, unit } of kept) {
    const name = fullName('commune', named.kind, named.name)
    change(book, unit, day, { name, parent: parentFor(named.resolution) }, citeOf(named))
  }
  const renamed = steps.filter((one) => one.row('action') === 'rename')
  for (const step of renamed) rename(book, step, parentFor(step.resolution))
  const codeOf = codesOfNew(tables.codes)
  const left = makeUnits(
    book,
    steps.filter((one) => one.row('action') === 'merge'),
    codeOf,
    parentFor,
  )
  const stayed = [...kept.map(({ unit }) => unit), ...renamed.map((step) => step.takings[0]?.unit)]
  for (const unit of stayed) if (unit) takeCode(book, unit, codeOf)
  endDistricts(book)
  return { unsettled, left }
}

const citeOf = ({ resolution, clause }: { resolution: string; clause: number }): Cite => ({
  act: resolution,
  article: `Điều 1 khoản ${clause}`,
})

function provinceCode(codes: readonly Cells[], province: string): string {
  const key = nameKey(province.replace(/^(tỉnh|thành phố) /i, ''))
  const row = codes.find(
    (one) => one('level') === 'province' && nameKey(one('name').replace(/^(tỉnh|thành phố) /i, '')) === key,
  )
  if (!row) throw new Error(`No code of a province for “${province}”`)
  return row('code')
}

const namedBy = (row: Cells, kind: string): Named => ({
  resolution: row('resolution'),
  clause: Number(row('clause')),
  kind,
  name: row('name'),
  within: row('within'),
})

function stepsOf(
  book: Book,
  resolution: string,
  tables: Tables,
  finder: Finder | undefined,
  unsettled: Unsettled[],
): Step[] {
  const ofClause = Map.groupBy(
    tables.parts.filter((one) => one('resolution') === resolution),
    (one) => Number(one('clause')),
  )
  return tables.clauses
    .filter((row) => row('resolution') === resolution)
    .map((row) => {
      const clause = Number(row('clause'))
      const parts = ofClause.get(clause) ?? []
      return { resolution, clause, row, takings: takingsOf(book, parts, finder, unsettled) }
    })
}

/** Finds what a clause names; of several with one name, the one in a district that the clause's other units lie in. */
function takingsOf(book: Book, parts: Cells[], finder: Finder | undefined, unsettled: Unsettled[]): Taking[] {
  const found = parts.map((part) => {
    const named = namedBy(part, part('kind'))
    return { named, part, units: finder?.find(named) ?? [] }
  })
  const districts = new Set(
    found.flatMap(({ units }) => (units.length === 1 && units[0] ? [districtOf(units[0])] : [])),
  )
  return found.flatMap(({ named, part, units }) => {
    const near = units.length > 1 ? units.filter((unit) => districts.has(districtOf(unit))) : units
    const [unit] = near
    if (near.length !== 1 || !unit) {
      unsettled.push({ ...named, found: units })
      return []
    }
    const taken = { ...named, area: part('area'), population: part('population') }
    return communesOf(book, unit).map((one) => ({ ...taken, unit: one }))
  })
}

/** A whole district is taken commune by commune; an island district without communes as itself. */
function communesOf(book: Book, unit: Unit): Unit[] {
  if (unit.level === 'commune') return [unit]
  const communes = [...book.current.values()].filter(
    (one) => one.level === 'commune' && openVersion(one).parent === unit,
  )
  return communes.length > 0 ? communes : [unit]
}

const districtOf = (unit: Unit): Unit | null => openVersion(unit).parent

function renewProvinces(book: Book, rows: readonly Cells[]): Map<string, Unit> {
  const provinces = new Map<string, Unit>()
  const renewed = rows.filter((row) => row('what') !== 'unchanged')
  for (const row of rows) {
    if (row('what') === 'unchanged') provinces.set(row('new_code'), unitNow(book, 'province', row('new_code')))
  }
  const olds = renewed.map((row) =>
    row('old_codes')
      .split(' ')
      .map((code) => unitNow(book, 'province', code)),
  )
  for (const unit of olds.flat()) end(book, unit, day)
  renewed.forEach((row, index) => {
    const cite = { act: provinceLaw, article: `Điều ${row('article')} khoản ${row('clause')}` }
    const name = row('new_name')
    const facts = {
      name,
      kind: name.startsWith('Tỉnh') ? 'province' : 'city',
      parent: null,
      officialCode: row('new_code'),
    }
    const to = begin(book, 'province', day, facts, cite)
    provinces.set(row('new_code'), to)
    const from = olds[index] ?? []
    record(
      book,
      day,
      cite,
      from.map((unit) => whole(unit, to, from.length === 1)),
    )
  })
  return provinces
}

const whole = (from: Unit, to: Unit, isAlone: boolean): Link => ({
  ...{ from, to, extent: 'whole', share: wholeShare },
  ...{ backShare: isAlone ? wholeShare : null, source: '' },
})

function rename(book: Book, step: Step, parent: Unit): void {
  const unit = step.takings[0]?.unit
  if (!unit) return
  const kind = step.row('kind')
  change(book, unit, day, { name: fullName('commune', kind, step.row('name')), kind, parent }, citeOf(step))
}

type CodeOf = (province: Unit, name: string) => string

/** The list of codes of July 2025 counts for units that stayed as well: one of them carries another code since. */
function takeCode(book: Book, unit: Unit, codeOf: CodeOf): void {
  const { name, parent, cite, officialCode } = openVersion(unit)
  const code = parent ? codeOf(parent, name) : officialCode
  if (code !== officialCode) change(book, unit, day, { officialCode: code }, cite)
}

function makeUnits(book: Book, steps: Step[], codeOf: CodeOf, parentFor: (resolution: string) => Unit): Unit[] {
  const shares = sharesByLaw(steps)
  // Codes are used again: every older unit ends before the first new one begins.
  for (const unit of new Set(steps.flatMap((step) => step.takings.map((taking) => taking.unit)))) end(book, unit, day)
  const left = [...book.current.values()].filter(
    (unit) => unit.level === 'commune' && openVersion(unit).parent?.level === 'district',
  )
  for (const unit of left) end(book, unit, day)
  for (const step of steps) {
    const kind = step.row('kind')
    const parent = parentFor(step.resolution)
    const name = fullName('commune', kind, step.row('name'))
    const officialCode = codeOf(parent, name)
    const to = begin(book, 'commune', day, { name, kind, parent, officialCode }, citeOf(step))
    record(book, day, citeOf(step), linksOf(step, to, shares))
  }
  return left
}

function codesOfNew(codes: readonly Cells[]): CodeOf {
  const known = new Map<string, string>()
  for (const row of codes) {
    if (row('level') !== 'commune') continue
    const key = `${nameKey(row('province').replace(/^(tỉnh|thành phố) /i, ''))} ${nameKey(row('name'))}`
    if (known.has(key)) throw new Error(`Two units are called ${row('name')} in ${row('province')}`)
    known.set(key, row('code'))
  }
  return (province, name) => {
    const place = openVersion(province).name.replace(/^(Tỉnh|Thành phố) /, '')
    const code = known.get(`${nameKey(place)} ${nameKey(name)}`)
    if (!code) throw new Error(`No official code for ${name}, ${place}`)
    return code
  }
}

type Share = { share: number; source: string }

/**
 * Shares of people that the clauses themselves say: where one clause takes a unit's whole population and the others land
 * alone, it is all of the people, and the others none. Nothing else is known of parts.
 */
function sharesByLaw(steps: Step[]): Map<Unit, Map<Step, Share>> {
  const takenBy = new Map<Unit, { step: Step; taking: Taking }[]>()
  for (const step of steps) {
    for (const taking of step.takings) takenBy.set(taking.unit, [...(takenBy.get(taking.unit) ?? []), { step, taking }])
  }
  const shares = new Map<Unit, Map<Step, Share>>()
  for (const [unit, taken] of takenBy) {
    const peopled = taken.filter(({ taking }) => taking.population !== 'none')
    if (taken.length < 2 || peopled.length !== 1) continue
    const clauses = taken.map(({ step }) => step.clause).join(', ')
    const source = `dân số, theo lời của ${taken[0]?.step.resolution ?? ''} Điều 1 khoản ${clauses}: chỉ một khoản lấy dân, khoản còn lại chỉ lấy đất`
    shares.set(
      unit,
      new Map(
        taken.map(({ step, taking }) => [step, { share: taking === peopled[0]?.taking ? wholeShare : 0, source }]),
      ),
    )
  }
  return shares
}

function linksOf(step: Step, to: Unit, shares: Map<Unit, Map<Step, Share>>): Link[] {
  return step.takings.map((taking): Link => {
    const isWhole = taking.area === 'whole' && taking.population === 'whole'
    if (isWhole) return whole(taking.unit, to, step.takings.length === 1)
    const said = shares.get(taking.unit)?.get(step)
    const share = said?.share ?? null
    // Made of one part of one unit: everything in it came from there.
    const backShare = step.takings.length === 1 ? wholeShare : share === 0 ? 0 : null
    return { from: taking.unit, to, extent: 'part', share, backShare, source: said?.source ?? '' }
  })
}

function endDistricts(book: Book): void {
  for (const unit of [...book.current.values()]) if (unit.level === 'district') end(book, unit, day)
  book.events.push({
    ...record(book, day, { act: '203/2025/QH15', article: 'Điều 2' }, [], 'Cấp huyện kết thúc hoạt động trên cả nước.'),
    kind: 'level-abolished',
    aggregation: 'forward',
  })
  book.events.splice(-2, 1)
}
