import { addPoints, formatPoints, parsePoints, type Points } from './scoring-points.ts'
import type { Criterion, CriteriaGroup, ScoringBand, ScoringLine, ScoringSet } from './scoring-set.ts'

export const mostLines = 120

/** Why a set cannot be scored by, and at which of its lines; null for the set as a whole. */
export type ScoringFault = { line: number | null; sentence: string }

/** Reads the lines of a set; either the set, or everything that is wrong with it. */
export function readScoringLines(
  lines: readonly ScoringLine[],
): { ok: true; set: ScoringSet } | { ok: false; faults: ScoringFault[] } {
  const faults = [...faultsOfLines(lines)]
  if (faults.length > 0) return { ok: false, faults }
  const set = built(lines)
  const whole = faultsOfWhole(set, lines)
  return whole.length > 0 ? { ok: false, faults: whole } : { ok: true, set }
}

/** A set that was read before it was kept; throws where the table holds another. */
export function scoringSetOf(lines: readonly ScoringLine[]): ScoringSet {
  const read = readScoringLines(lines)
  if (!read.ok) throw new Error(`A scoring set that cannot be read was kept: ${read.faults[0]?.sentence ?? ''}`)
  return read.set
}

function* faultsOfLines(lines: readonly ScoringLine[]): Generator<ScoringFault> {
  if (lines.length > mostLines) yield { line: null, sentence: `Bộ có nhiều nhất ${mostLines} dòng.` }
  let isUnderGroup = false
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'group') isUnderGroup = true
    else if (line.kind === 'criterion' && !isUnderGroup)
      yield { line: at, sentence: `Tiêu chí “${line.name}” đứng trước nhóm đầu tiên. Ghi tên nhóm ở trên nó.` }
    const sentence = faultOfLine(line)
    if (sentence !== null) yield { line: at, sentence }
  }
}

function faultOfLine(line: ScoringLine): string | null {
  const floors = ['group-floor', 'criterion-floor'].includes(line.kind)
  if (line.name === '' && !floors && line.kind !== 'threshold') return 'Dòng này chưa có tên.'
  if (line.kind === 'group' || line.kind === 'condition') return null
  const read = parsePoints(line.points)
  const said = line.name || 'dòng này'
  if (read === null) return `“${said}”: ghi điểm bằng số, nhiều nhất hai chữ số lẻ, ví dụ 10 hoặc 12,5.`
  if (floors) return floorFault(read)
  if (line.kind === 'band' || line.kind === 'threshold')
    return line.kind === 'threshold' && line.area === null ? `“${said}”: chọn ngưỡng này dùng cho địa bàn nào.` : null
  if (read === 0) return `“${said}”: điểm tối đa phải lớn hơn 0.`
  return levelFault(line, read)
}

function floorFault(percent: Points): string | null {
  const isShare = percent % 100 === 0 && percent > 0 && percent <= 10_000
  return isShare ? null : 'Mức tối thiểu ghi bằng phần trăm, số nguyên từ 1 đến 100.'
}

function levelFault(line: ScoringLine, most: Points): string | null {
  if (line.levels.trim() === '') return null
  const levels = levelsOf(line.levels)
  if (levels === null || levels.length < 2) return `“${line.name}”: các mức ghi cách nhau bằng dấu cách, ví dụ “0 1 2”.`
  if (levels.some((level, at) => at > 0 && level <= (levels[at - 1] ?? 0)))
    return `“${line.name}”: các mức ghi từ nhỏ đến lớn, mỗi mức một lần.`
  return levels.at(-1) === most ? null : `“${line.name}”: mức cao nhất phải bằng điểm tối đa ${formatPoints(most)}.`
}

function levelsOf(text: string): Points[] | null {
  const read = text
    .trim()
    .split(/[\s;/]+/)
    .map(parsePoints)
  return read.every((one) => one !== null) ? read : null
}

function faultsOfWhole(set: ScoringSet, lines: readonly ScoringLine[]): ScoringFault[] {
  const faults: ScoringFault[] = []
  const say = (sentence: string): void => void faults.push({ line: null, sentence })
  if (!set.groups.some((group) => group.part === 'base'))
    say('Bộ chưa có nhóm tiêu chí nào do đơn vị và người thẩm định chấm.')
  for (const group of set.groups)
    if (group.criteria.length === 0) say(`Nhóm “${group.name}” chưa có tiêu chí nào. Thêm tiêu chí hoặc bỏ nhóm.`)
  if (set.bands.length === 0) say('Bộ chưa có mức xếp loại nào. Ghi ít nhất một mức, bắt đầu từ 0.')
  else if (set.bands[0]?.from !== 0) say('Mức xếp loại thấp nhất phải bắt đầu từ 0, để điểm nào cũng thuộc một mức.')
  for (const [at, band] of set.bands.entries()) {
    if (at > 0 && band.from === set.bands[at - 1]?.from)
      say(`Hai mức xếp loại cùng bắt đầu từ ${formatPoints(band.from)}.`)
    if (band.from > set.most)
      say(`Mức “${band.name}” bắt đầu từ ${formatPoints(band.from)}, quá tổng ${formatPoints(set.most)} điểm của bộ.`)
  }
  for (const kind of ['group-floor', 'criterion-floor'] as const)
    if (lines.filter((line) => line.kind === kind).length > 1) say('Mỗi mức tối thiểu chỉ ghi một lần.')
  const areas = set.thresholds.map(({ area }) => area)
  if (new Set(areas).size < areas.length) say('Mỗi loại địa bàn chỉ có một ngưỡng.')
  if (set.thresholds.some(({ least }) => least > set.most)) say('Có ngưỡng cao hơn tổng điểm của bộ.')
  return faults
}

function built(lines: readonly ScoringLine[]): ScoringSet {
  const numbered = keyed(lines)
  const of = (kind: ScoringLine['kind']) => numbered.filter(({ line }) => line.kind === kind)
  const groups = groupsOf(numbered)
  const floorOf = (kind: 'group-floor' | 'criterion-floor'): number | null => {
    const found = of(kind)[0]
    return found ? pointsOf(found.line) / 100 : null
  }
  return {
    groups,
    bonuses: of('bonus').map(criterionOf),
    penalties: of('penalty').map(criterionOf),
    bands: of('band')
      .map(({ line }): ScoringBand => ({
        ...{ name: line.name, from: pointsOf(line), passes: line.passes, note: line.note },
      }))
      .toSorted((one, other) => one.from - other.from),
    groupFloor: floorOf('group-floor'),
    criterionFloor: floorOf('criterion-floor'),
    conditions: of('condition').map(({ key, line }) => ({ key, name: line.name, note: line.note })),
    thresholds: of('threshold').flatMap(({ line }) =>
      line.area === null ? [] : [{ area: line.area, least: pointsOf(line) }],
    ),
    most: addPoints(groups.map((group) => group.most)),
  }
}

type Keyed = { key: string; line: ScoringLine }

const keyLetter = {
  group: 'g',
  criterion: 'c',
  bonus: 'b',
  penalty: 'p',
  band: 'm',
  'group-floor': 'f',
  'criterion-floor': 'f',
  condition: 'k',
  threshold: 't',
} as const satisfies Record<ScoringLine['kind'], string>

/** The n-th of its kind: a version that was used is never written again, so a place is a name. */
function keyed(lines: readonly ScoringLine[]): Keyed[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const letter = keyLetter[line.kind]
    const n = (seen.get(letter) ?? 0) + 1
    seen.set(letter, n)
    return { key: `${letter}${n}`, line }
  })
}

function groupsOf(lines: readonly Keyed[]): CriteriaGroup[] {
  const groups: (Omit<CriteriaGroup, 'criteria' | 'most'> & { criteria: Criterion[] })[] = []
  for (const one of lines) {
    if (one.line.kind === 'group') groups.push({ key: one.key, name: one.line.name, part: one.line.part, criteria: [] })
    if (one.line.kind === 'criterion') groups.at(-1)?.criteria.push(criterionOf(one))
  }
  return groups.map((group) => ({ ...group, most: addPoints(group.criteria.map(({ most }) => most)) }))
}

function criterionOf({ key, line }: Keyed): Criterion {
  const levels = line.levels.trim() === '' ? null : levelsOf(line.levels)
  return { key, name: line.name, most: pointsOf(line), levels, evidence: line.evidence, note: line.note }
}

function pointsOf(line: ScoringLine): Points {
  const read = parsePoints(line.points)
  if (read === null) throw new Error(`A line of a scoring set has no points: ${line.name}`)
  return read
}
