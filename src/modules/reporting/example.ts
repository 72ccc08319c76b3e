import { addDays, partsOf, type LocalDate } from '#kernel/local-date.ts'
import type { Numeral } from '#kernel/numerals.ts'
import type { Period } from '#kernel/period.ts'
import { diceOf, inventAmounts, written, type Dice, type InventedAmount } from './example-figures.ts'

/** A unit under one of its names; `from` and `to` are its first and last day, null where there is none. */
export type ExampleUnit = { id: string; code: string; name: string; from: LocalDate | null; to: LocalDate | null }
export type ExampleLine = {
  indicatorVersion: string
  dimension: string
  code: string
  numeral: Numeral
  nature: string
  overTime: string
}

export type InventedCell = { indicatorVersion: string; dimension: string; raw: string; note: string }
export type InventedQuestion = { indicatorVersion: string; dimension: string; text: string; answer: string | null }

/** A report of an invented commune, as its officer would have typed it. */
export type InventedReport = {
  unitCode: string
  period: Period
  status: 'draft' | 'submitted' | 'returned' | 'accepted' | 'published'
  submittedOn: LocalDate | null
  acceptedOn: LocalDate | null
  cells: InventedCell[]
  explanations: { rule: string; text: string }[]
  questions: InventedQuestion[]
}

/** `linesOn` are the lines of the template that is valid on the last day of a period. */
export type ExampleInput = { communes: ExampleUnit[]; linesOn: (day: LocalDate) => ExampleLine[]; quarters: Period[] }
type Status = InventedReport['status']
type Draft = { commune: ExampleUnit; period: Period; lines: ExampleLine[]; status: Status; dice: Dice }

/** The communes that a newcomer meets by name: one to fill in, one sent back, one that does not add up. */
export const heroes = { toFill: 'vi-du-song-xanh', sentBack: 'vi-du-nui-vang', unequal: 'vi-du-bai-dau' }

const heroOf = { 'not-begun': heroes.toFill, returned: heroes.sentBack, submitted: heroes.unequal }

/** What the last quarter looks like with a hundred communes; whatever is left over is accepted. */
const lastQuarter: [keyof typeof heroOf | 'draft', number][] = [
  ['not-begun', 7],
  ['draft', 6],
  ['returned', 5],
  ['submitted', 12],
]

/**
 * Eight quarters of an invented province, the same for the same seed. The last quarter is in full work: accepted, submitted,
 * returned, in draft and not begun; earlier ones are finished but for two reports.
 */
export function inventReports(input: ExampleInput, seed = 2026): InventedReport[] {
  const dice = diceOf(seed)
  return input.quarters.flatMap((period, index) => {
    const communes = input.communes.filter((unit) => isInForce(unit, period.to))
    const lines = input.linesOn(period.to)
    const statuses = statusesOf(communes, input.quarters.length - 1 - index, dice)
    return communes.flatMap((commune) => {
      const status = statuses.get(commune.code)
      return status ? [inventReport({ commune, period, lines, status, dice })] : []
    })
  })
}

function isInForce(unit: ExampleUnit, day: LocalDate): boolean {
  return (unit.from === null || unit.from <= day) && (unit.to === null || unit.to >= day)
}

function statusesOf(communes: ExampleUnit[], quartersAgo: number, dice: Dice): Map<string, Status> {
  const present = (code: string): boolean => communes.some((commune) => commune.code === code)
  const heroCodes = Object.values(heroes).filter(present)
  const others = communes
    .map((commune) => commune.code)
    .filter((code) => !heroCodes.includes(code))
    .sort((one, other) => dice('turn', quartersAgo, one) - dice('turn', quartersAgo, other) || (one < other ? -1 : 1))
  return quartersAgo === 0 ? statusesNow(others, present) : statusesBefore(others, heroCodes, quartersAgo)
}

function statusesNow(others: string[], present: (code: string) => boolean): Map<string, Status> {
  const statuses = new Map<string, Status>(others.map((code) => [code, 'accepted']))
  const waiting = [...others]
  for (const [status, count] of lastQuarter) {
    const hero = status === 'draft' ? undefined : heroOf[status]
    for (const code of waiting.splice(0, hero && present(hero) ? count - 1 : count)) {
      if (status === 'not-begun') statuses.delete(code)
      else statuses.set(code, status)
    }
    if (hero && present(hero) && status !== 'not-begun') statuses.set(hero, status)
  }
  return statuses
}

function statusesBefore(others: string[], heroCodes: string[], quartersAgo: number): Map<string, Status> {
  const statuses = new Map<string, Status>([...others, ...heroCodes].map((code) => [code, 'accepted']))
  // Some communes publish every quarter, most leave it at the province's acceptance.
  const publishing = [...others].sort().filter((_, position) => position % 10 === 0)
  for (const code of [...heroCodes, ...publishing]) statuses.set(code, 'published')
  // The newer the quarter, the more reports are accepted and not yet on the public page.
  const accepted = [0, 15, 1][quartersAgo] ?? 0
  for (const code of others.slice(0, accepted)) statuses.set(code, 'accepted')
  const [returned, submitted] = others.slice(-2)
  if (quartersAgo === 1 && returned && submitted) statuses.set(returned, 'returned').set(submitted, 'submitted')
  return statuses
}

function inventReport(draft: Draft): InventedReport {
  const { commune, period, status, dice } = draft
  const isUnequal = commune.code === heroes.unequal && status === 'submitted'
  const amounts = amountsOf(draft)
  const cells = draft.lines.map((line, position) => cellOf(line, position, amounts, draft))
  const late = dice(commune.code, period.to, 'late') < 0.08 ? 7 : 0
  const submittedOn = addDays(period.to, 2 + late + Math.floor(dice(commune.code, period.to, 'day') * 8))
  const isAccepted = status === 'accepted' || status === 'published'
  return {
    unitCode: commune.code,
    period,
    status,
    submittedOn: status === 'draft' ? null : submittedOn,
    acceptedOn: isAccepted ? addDays(submittedOn, 1 + Math.floor(dice(commune.code, period.to, 'accepted') * 6)) : null,
    cells: isUnequal ? cells.map(withUnequalDossiers(draft.lines)) : cells,
    explanations: isUnequal && draft.lines.some((line) => line.code === 'F01') ? [unequalExplanation] : [],
    questions: questionsOf(draft, cells),
  }
}

function amountsOf({ commune, period, status, dice }: Draft): Map<string, InventedAmount> {
  const { year, month } = partsOf(period.to)
  const amounts = inventAmounts(commune, year * 4 + Math.ceil(month / 3), dice)
  if (commune.code === heroes.sentBack && status === 'returned') addOneNoughtTooMany(amounts)
  return amounts
}

/** Late dossiers ten times what they are, taken from those on time: it adds up, and only a person notices; no rate was worked out. */
function addOneNoughtTooMany(amounts: Map<string, InventedAmount>): void {
  const late = amounts.get('F07') ?? 0
  amounts.set('F06', (amounts.get('F06') ?? 0) - late * 9)
  amounts.set('F07', late * 10)
  amounts.delete('F10')
}

function cellOf(line: ExampleLine, position: number, amounts: Map<string, InventedAmount>, draft: Draft): InventedCell {
  const key = line.dimension ? `${line.code}:${line.dimension}` : line.code
  const { commune, period, status, dice } = draft
  const roll = (what: string): number => dice(commune.code, period.to, key, what)
  const cell = { indicatorVersion: line.indicatorVersion, dimension: line.dimension }
  if (line.nature === 'ratio' && !amounts.has(key))
    return { ...cell, raw: '', note: 'Tính sau khi đối chiếu sổ một cửa.' }
  const amount = amounts.has(key) ? (amounts.get(key) ?? null) : Math.floor(roll('amount') * 6)
  const filled =
    status !== 'draft' || position < Math.floor(draft.lines.length * (0.2 + 0.6 * dice(commune.code, 'filled')))
  if (!filled) return { ...cell, raw: '', note: '' }
  if (amount === null) return { ...cell, raw: 'không áp dụng', note: '' }
  const doubt = roundable.get(key)
  if (doubt && roll('unknown') < 0.015) return { ...cell, raw: '', note: 'Đang đối chiếu sổ, sẽ bổ sung trong kỳ sau.' }
  if (doubt && amount >= 100 && roll('rounded') < 0.08) {
    return { ...cell, raw: `${doubt} ${written(Math.floor(amount / 10) * 10, line.numeral)}`, note: '' }
  }
  return { ...cell, raw: written(amount, line.numeral), note: amount === 0 ? '' : noteOf(key, roll('note')) }
}

/** Lines that officers really round, because nobody counts heads at the door; none of them is part of an identity. */
const roundable = new Map([
  ['D02', 'khoảng'],
  ['D09', 'trên'],
  ['H03', 'khoảng'],
])

const notes = new Map([
  ['F07', 'Phần lớn là hồ sơ đất đai phải xác minh thêm tại thực địa.'],
  ['H01', 'Số tạm tính, chờ kết quả rà soát cuối năm.'],
  ['D03', 'Có một cuộc tổ chức tại nhà văn hóa thôn vào buổi tối.'],
  ['B06', 'Đã kiểm tra từng mô hình, không tính mô hình chỉ còn biển tên.'],
])

function noteOf(key: string, roll: number): string {
  return roll < 0.06 ? (notes.get(key) ?? '') : ''
}

/** The shape of a real published sum, with its mixed separators; 715 dossiers are missing from it. */
const unequalDossiers = new Map([
  ['F01', '43.479'],
  ['F05', '0'],
  ['F06', '33,838'],
  ['F07', '8.552'],
  ['F08', '0'],
  ['F09', '374'],
  ['F11', '0'],
  // 33.838 of the 42.390 that were settled.
  ['F10', '79,8'],
])

function withUnequalDossiers(lines: ExampleLine[]): (cell: InventedCell, position: number) => InventedCell {
  return (cell, position) => {
    const raw = unequalDossiers.get(lines[position]?.code ?? '')
    return raw === undefined ? cell : { ...cell, raw, note: '' }
  }
}

const unequalExplanation = {
  rule: 'Q02:F01',
  text: 'Còn 715 hồ sơ đang giải quyết, chưa quá hạn, mà phần mềm một cửa chưa tách theo tình trạng. Xã đang đối chiếu sổ và sẽ ghi vào dòng đang giải quyết trong hạn.',
}

const askedAndAnswered: { code: string; text: string; answer: string }[] = [
  {
    code: 'E02',
    text: 'Số người được tiếp đã trừ người đến nhiều lần chưa, hay đang bằng số dòng trong sổ?',
    answer: 'Đã trừ. Xã đếm lại theo tên trong sổ tiếp công dân, số giữ nguyên.',
  },
  {
    code: 'F07',
    text: 'Hồ sơ trễ hạn tập trung ở lĩnh vực nào, đã gửi thư xin lỗi đủ chưa?',
    answer: 'Chủ yếu là đất đai, chờ trích đo. Đã gửi thư xin lỗi cho từng hồ sơ.',
  },
  {
    code: 'D03',
    text: 'Cuộc đối thoại này có biên bản và danh sách câu hỏi riêng, hay là buổi tiếp công dân?',
    answer: 'Có biên bản riêng, ba câu hỏi đã giao việc. Buổi tiếp công dân ghi ở mục E.',
  },
  {
    code: 'B05',
    text: 'Trong số mô hình mới có mô hình nào là mô hình cũ đổi tên không?',
    answer: 'Không. Mô hình đổi tên đã để ở dòng duy trì từ các năm trước.',
  },
  {
    code: 'H03',
    text: 'Số này là lượt người hay số người khác nhau?',
    answer: 'Là lượt người, cộng từ danh sách của từng buổi tư vấn.',
  },
]

function questionsOf(draft: Draft, cells: InventedCell[]): InventedQuestion[] {
  const { commune, period, status, dice, lines } = draft
  const isReturned = status === 'returned'
  const isReviewed =
    isReturned || ((status === 'accepted' || status === 'published') && dice(commune.code, period.to, 'asked') < 0.06)
  if (!isReviewed) return []
  if (isReturned && commune.code === heroes.sentBack) return nought(lines, cells)
  // Nobody asks how a nought was counted.
  const askable = askedAndAnswered.filter(({ code }) => /[1-9]/.test(cells[lineOf(lines, code)]?.raw ?? ''))
  const picked = askable[Math.floor(dice(commune.code, period.to, 'which') * askable.length)]
  const line = lines[lineOf(lines, picked?.code)]
  if (!picked || !line) return []
  const { indicatorVersion, dimension } = line
  return [{ indicatorVersion, dimension, text: picked.text, answer: isReturned ? null : picked.answer }]
}

function nought(lines: ExampleLine[], cells: InventedCell[]): InventedQuestion[] {
  const cell = cells[lineOf(lines, 'F07')]
  if (!cell) return []
  const { indicatorVersion, dimension } = cell
  const text = `Hồ sơ trễ hạn ghi ${cell.raw}, gấp nhiều lần quý trước. Có thể thừa một chữ số 0, xin xã xem lại sổ.`
  return [{ indicatorVersion, dimension, text, answer: null }]
}

function lineOf(lines: ExampleLine[], code: string | undefined): number {
  return lines.findIndex((line) => line.code === code)
}
