import { addDays, formatDay, localDate, type LocalDate } from '#kernel/local-date.ts'
import { wholeShare } from './event.ts'
import { isExample, isUnnamed } from './naming.ts'
import { holdsOn, predecessorsOf, successorsOf, unitByCode, versionsOf, type Register } from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId, UnitKind, UnitLevel } from './unit.ts'

/** What a resolution of June 2025 itself says it leaves in a province. */
export type ClosingCount = {
  act: string
  province: string
  total: number
  communes: number
  wards: number
  zones: number
}

/** One question that the sources leave open, with examples. */
export type OpenQuestion = { key: string; count: number; examples: string; sentence: string }

/** A sentence of the check; `isRight` is null where nothing says what it should be. */
export type CheckLine = { text: string; isRight: boolean | null }

/** The register beside what the law counts, and beside itself (kiểm tra sổ đơn vị). */
export type RegisterCheck = { counts: CheckLine[]; invariants: CheckLine[]; isSound: boolean }

const lastDistrictDay = localDate('2025-06-30')
const newUnitsDay = localDate('2025-07-01')

/** @param today the day on which it is asked */
export function checkRegister(register: Register, closings: readonly ClosingCount[], today: LocalDate): RegisterCheck {
  const counts = [...nationalCounts(register, closings, today), ...examples(register)]
  const invariants = [...provinceCounts(register, closings), ...invariantsOf(register)]
  return { counts, invariants, isSound: [...counts, ...invariants].every((line) => line.isRight !== false) }
}

/** Units of the country on a day: neither the invented province of the examples nor what sources do not name. */
export function realUnits(register: Register, day: LocalDate, level: UnitLevel): RegisterVersion[] {
  const tree = treeOn(register, day)
  const invented = new Set(
    tree
      .units('province')
      .filter(isInvented)
      .map(({ unit }) => unit),
  )
  return tree.units(level).filter((one) => !isInvented(one) && !invented.has(one.province))
}

const isInvented = ({ code }: RegisterVersion): boolean => isExample(code) || isUnnamed(code)

function nationalCounts(register: Register, closings: readonly ClosingCount[], today: LocalDate): CheckLine[] {
  const said = (of: (one: ClosingCount) => number): number => closings.reduce((sum, one) => sum + of(one), 0)
  const byLaw = `${closings.length} ${said((one) => one.total)} ${said((one) => one.communes)} ${said((one) => one.wards)} ${said((one) => one.zones)}`
  const days = [lastDistrictDay, newUnitsDay, ...changeDays(register, newUnitsDay, today), today]
  return [...new Set(days)].map((day) => {
    const seen = ['commune', 'ward', 'township', 'special-zone'] as const
    const communes = realUnits(register, day, 'commune')
    const [rural, wards, townships, zones] = seen.map((kind) => communes.filter((one) => one.kind === kind).length)
    const provinces = realUnits(register, day, 'province').length
    const districts = realUnits(register, day, 'district').length
    const text = `${formatDay(day)}: ${number(provinces)} tỉnh, thành phố; ${number(districts)} đơn vị cấp huyện; ${number(communes.length)} đơn vị cấp xã, gồm ${number(rural)} xã, ${number(wards)} phường, ${number(townships)} thị trấn, ${number(zones)} đặc khu`
    const found = `${provinces} ${communes.length} ${rural ?? 0} ${wards ?? 0} ${zones ?? 0}`
    return { text, isRight: day === newUnitsDay ? found === byLaw : null }
  })
}

const number = (count = 0): string => count.toLocaleString('vi-VN')

/** Days after one on which a unit of the country began to be otherwise. */
function changeDays(register: Register, after: LocalDate, until: LocalDate): LocalDate[] {
  const begun = register.versions.flat().filter((one) => !isInvented(one) && !one.code.startsWith('vi-du'))
  const days = begun.flatMap(({ from }) => (from && from > after && from <= until ? [from] : []))
  return [...new Set(days)].sort()
}

/** Districts whose published figures are divided by how many communes they held. */
function examples(register: Register): CheckLine[] {
  const asked = [
    ['huyen-que-son', '2022-10-13', 13],
    ['huyen-que-son-2025', '2025-06-30', 18],
    ['huyen-kim-son', '2023-06-30', 25],
    ['huyen-kim-son', '2025-06-30', 23],
    ['huyen-le-thuy', '2023-06-30', 26],
  ] as const
  return asked.flatMap(([code, on, expected]) => {
    const unit = unitByCode(register, code)
    const day = localDate(on)
    const version = unit ? versionsOf(register, unit).find((one) => holdsOn(one, day)) : undefined
    if (!unit || !version) return [{ text: `Không có ${code} vào ngày ${formatDay(day)}`, isRight: false }]
    const communes = treeOn(register, day).descendants(unit, 'commune')
    const townships = communes.filter((one) => one.kind === 'township').length
    const text = `${version.name}, ${formatDay(day)}: ${communes.length} đơn vị cấp xã, gồm ${communes.length - townships} xã và ${townships} thị trấn`
    return [{ text, isRight: communes.length === expected }]
  })
}

function provinceCounts(register: Register, closings: readonly ClosingCount[]): CheckLine[] {
  const communes = Map.groupBy(realUnits(register, newUnitsDay, 'commune'), (one) => one.province)
  const provinces = new Map(realUnits(register, newUnitsDay, 'province').map((one) => [bare(one.name), one]))
  const wrong = closings.flatMap((said) => {
    const province = provinces.get(bare(said.province))
    const here = province ? (communes.get(province.unit) ?? []) : []
    const count = (kind: UnitKind): number => here.filter((one) => one.kind === kind).length
    const isSame = here.length === said.total && count('commune') === said.communes && count('ward') === said.wards
    return isSame && count('special-zone') === said.zones
      ? []
      : [`${said.province} ${here.length} (${said.act}: ${said.total})`]
  })
  return [verdict(`${closings.length} tỉnh có số đơn vị đúng như khoản cuối Điều 1 của từng nghị quyết`, wrong)]
}

const bare = (name: string): string => name.toLowerCase().replace(/^(tỉnh|thành phố) /, '')

function verdict(text: string, wrong: readonly string[]): CheckLine {
  const some = `${wrong.slice(0, 5).join('; ')}${wrong.length > 5 ? '; …' : ''}`
  return {
    text: wrong.length === 0 ? text : `${text}: sai ở ${wrong.length} chỗ (${some})`,
    isRight: wrong.length === 0,
  }
}

function invariantsOf(register: Register): CheckLine[] {
  const units = register.units
  const named = (unit: UnitId): string => versionsOf(register, unit).at(-1)?.code ?? ''
  const before = realUnits(register, lastDistrictDay, 'commune')
  const after = realUnits(register, newUnitsDay, 'commune')
  const stays = new Set(after.map((one) => one.unit))
  const was = new Set(before.map((one) => one.unit))
  const kept = before.filter((one) => stays.has(one.unit)).length
  const lost = before.filter((one) => !stays.has(one.unit) && successorsOf(register, one.unit).length === 0)
  const sudden = after.filter((one) => !was.has(one.unit) && predecessorsOf(register, one.unit).length === 0)
  return [
    verdict(
      'Đơn vị nào cũng có cấp trên trong suốt thời gian của mình',
      units.filter((unit) => isOrphaned(register, unit)).map(named),
    ),
    verdict(
      'Không đơn vị nào có hai phiên bản chồng ngày hoặc cách quãng',
      units.filter((unit) => isBroken(register, unit)).map(named),
    ),
    verdict(
      'Các phần của một đơn vị cộng lại không quá toàn bộ, và đủ khi đã biết hết',
      units.filter((unit) => !addsUp(register, unit)).map(named),
    ),
    verdict(
      `${number(before.length - kept)} đơn vị cấp xã kết thúc ngày 30/6/2025 đều có đơn vị kế thừa`,
      lost.map((one) => one.code),
    ),
    verdict(
      `${number(after.length - kept)} đơn vị cấp xã lập ngày 1/7/2025 đều có đơn vị trước đó; ${number(kept)} đơn vị giữ nguyên`,
      sudden.map((one) => one.code),
    ),
  ]
}

/** A parent lives without a gap, so it was there throughout when it was there on the first day and on the last. */
function isOrphaned(register: Register, unit: UnitId): boolean {
  return versionsOf(register, unit).some(({ parent, from, until }) => {
    if (parent === null) return false
    const of = versionsOf(register, parent)
    const first = of[0]
    const last = of.at(-1)
    if (!first || !last) return true
    const startsLate = first.from !== null && (from === null || first.from > from)
    const endsEarly = last.until !== null && (until === null || last.until < until)
    return startsLate || endsEarly
  })
}

function isBroken(register: Register, unit: UnitId): boolean {
  const versions = versionsOf(register, unit)
  return versions.some((version, index) => {
    const next = versions[index + 1]
    if (!next) return false
    return version.until === null || next.from === null || addDays(version.until, 1) !== next.from
  })
}

function addsUp(register: Register, unit: UnitId): boolean {
  const links = successorsOf(register, unit)
  if (links.length === 0) return true
  const sum = links.reduce((total, { share }) => total + (share ?? 0), 0)
  const areKnown = links.every(({ share }) => share !== null)
  return areKnown ? sum === wholeShare : sum < wholeShare
}
