import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodName, type Period } from '#kernel/period.ts'
import { emptyCell, textCell, type Sheet, type SheetRow, type Workbook } from '#kernel/workbook.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { ContentLine } from './content.ts'
import { unitStatusName, type UnitStatus } from './labels.ts'
import { gapsSaid, type NamedGap } from './period-standing.ts'
import { amendmentsSaid } from './unit-list.ts'
import { headingOf, originNotes, plain, whole, type SheetOrigin } from './sheet-parts.ts'
import { lineColumns, lineRows } from './sheets.ts'

/** What the province's board shows of one period. */
export type RollUpBoard = {
  province: Pick<UnitVersion, 'name'>
  template: { name: string }
  period: Period
  lines: ContentLine[]
  expected: number
  counted: number
  units: { unit: UnitVersion; status: UnitStatus; since: Date | null }[]
  matrix: { periods: Period[]; cells: ReadonlyMap<UnitId, UnitStatus[]> }
  /** Who was missing when the period was closed. */
  gaps: readonly NamedGap[]
  /** Whose figures the sums take from an amendment, and from which. */
  amended: readonly { unit: UnitId; name: string; n: number }[]
}

/** The sums of a province for one period, and where each of its units stands, in two sheets. */
export function rollUpWorkbook(board: RollUpBoard, origin: SheetOrigin): Workbook {
  const subject = `Tổng hợp ${lowerFirst(board.template.name)} ${periodName(board.period)}`
  return {
    title: `${subject} – ${board.province.name}`,
    creator: origin.issuer,
    day: origin.day,
    sheets: [sumsSheet(board, origin, subject), unitsSheet(board, origin)],
  }
}

function sumsSheet(board: RollUpBoard, origin: SheetOrigin, subject: string): Sheet {
  const { from, to } = board.period
  const missing = gapsSaid(board.gaps)
  const amended = amendmentsSaid(board.amended)
  return {
    name: 'Số của tỉnh',
    heading: headingOf(
      origin,
      { origin: 'entered' },
      subject,
      `Kỳ số liệu ${formatDay(from)} – ${formatDay(to)} · cộng từ ${board.counted}/${board.expected} xã, phường đã nhận báo cáo`,
    ),
    columns: lineColumns(`Số đơn vị đã tính (trên ${board.expected})`),
    frozenColumns: 0,
    rows: lineRows(board.lines, true),
    notes: [
      ...(missing ? [plain(`Kỳ đã chốt, ${missing}.`)] : []),
      ...(amended ? [plain(`Tổng ${amended}.`)] : []),
      plain('Tổng chỉ gồm báo cáo đã được nhận; tỷ lệ và bình quân chia sau cùng, không lấy trung bình của các xã.'),
      plain('Chỉ tiêu không cộng được giữa các đơn vị thì để trống cả số và số đơn vị.'),
      ...originNotes(origin),
    ],
  }
}

function unitsSheet(board: RollUpBoard, origin: SheetOrigin): Sheet {
  const { periods, cells } = board.matrix
  const amended = new Map(board.amended.map(({ unit, n }) => [unit, n]))
  const reasons = new Map(board.gaps.map(({ unit, reason }) => [unit, reason]))
  return {
    name: 'Đơn vị báo cáo',
    heading: headingOf(
      origin,
      { origin: 'entered' },
      `Tình trạng báo cáo của các đơn vị, ${periodName(board.period)}`,
      `${board.province.name} · ${board.counted}/${board.expected} đơn vị đã được nhận báo cáo`,
    ),
    columns: [
      { title: 'TT', width: 5, align: 'centre' },
      { title: 'Đơn vị', width: 34, align: 'left' },
      { title: 'Kỳ này', width: 22, align: 'left' },
      { title: 'Từ ngày', width: 12, align: 'centre' },
      ...periods.map((period) => ({ title: periodName(period), width: 15, align: 'centre' as const })),
    ],
    frozenColumns: 2,
    rows: board.units.map(({ unit, status, since }, at): SheetRow => ({
      kind: 'cells',
      cells: [
        whole(at + 1),
        textCell(unit.name),
        textCell(statusSaid(unit, status, { gap: reasons.get(unit.unit), amended: amended.get(unit.unit) })),
        since ? textCell(formatDay(dayInVietnam(since))) : emptyCell,
        ...periods.map((_, column) => {
          const past = cells.get(unit.unit)?.[column]
          return past ? textCell(unitStatusName[past]) : emptyCell
        }),
      ],
    })),
    notes: originNotes(origin),
  }
}

function statusSaid(
  unit: UnitVersion,
  status: UnitStatus,
  { gap, amended }: { gap: string | undefined; amended: number | undefined },
): string {
  if (status === 'unit-ended' && unit.until) return `kết thúc ${formatDay(unit.until)}`
  if (amended !== undefined) return `${unitStatusName[status]}, bản sửa đổi số ${amended}`
  return gap === undefined ? unitStatusName[status] : `${unitStatusName[status]}; chốt kỳ thiếu: ${gap}`
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
}
