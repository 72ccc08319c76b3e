import { text, type Block, type Row } from '#kernel/document.ts'
import type { ReportContent, UnitInSum } from './content.ts'
import { unitStatusName } from './labels.ts'
import { isCounted } from './lifecycle.ts'
import { gapsSaid } from './period-standing.ts'

/** `Kỳ đã chốt, còn thiếu 2 xã, phường: …`, beside the total of a closed period; null where nobody was missing from it. */
export function closedWithout({ unitList = [] }: Pick<ReportContent, 'unitList'>): string | null {
  const said = gapsSaid(unitList.flatMap(({ name, gap }) => (gap === undefined ? [] : [{ name, reason: gap }])))
  return said && `Kỳ đã chốt, ${said}.`
}

/** `Tổng gồm bản sửa đổi số 1 của Xã Gió Lùa.`, beside a total; for everybody only how many. Null where none was amended. */
export function amendedWithin({ unitList = [], units }: Pick<ReportContent, 'unitList' | 'units'>): string | null {
  const said = amendmentsSaid(unitList.flatMap(({ name, amended: n }) => (n === undefined ? [] : [{ name, n }])))
  if (said !== null) return `Tổng ${said}.`
  return units?.amended ? `Trong tổng có ${units.amended} báo cáo tính theo bản sửa đổi.` : null
}

/** `gồm bản sửa đổi số 1 của Xã Gió Lùa, Xã Khe Vắng; số 2 của Xã Bến Đò` */
export function amendmentsSaid(amended: readonly { name: string; n: number }[]): string | null {
  if (amended.length === 0) return null
  const byNumber = [...Map.groupBy(amended, ({ n }) => n)].toSorted(([one], [other]) => one - other)
  return `gồm bản sửa đổi ${byNumber.map(([n, own]) => `số ${n} của ${own.map(({ name }) => name).join(', ')}`).join('; ')}`
}

/** Where the report of a unit stands, of which amendment its figures are, and why the period was closed without it. */
export function standingSaid({ status, gap, amended }: UnitInSum): string {
  if (amended !== undefined) return `${unitStatusName[status]}, bản sửa đổi số ${amended}`
  return gap === undefined ? unitStatusName[status] : `${unitStatusName[status]}; chốt kỳ thiếu: ${gap}`
}

/** Whose figures a sum holds and whose it lacks: the gaps travel with the paper. None for a report that sums nobody. */
export function unitListBlocks({ unitList = [], units }: Pick<ReportContent, 'unitList' | 'units'>): Block[] {
  if (units === null || unitList.length === 0) return []
  const reported = unitList.filter(({ status }) => isCounted(status))
  const missing = unitList.filter(({ status }) => !isCounted(status))
  const gapless = `Tất cả ${reported.length} đơn vị đã được nhận báo cáo.`
  const gaps = `${reported.length} đơn vị đã được nhận báo cáo; ${missing.length} đơn vị chưa có số trong các tổng trên.`
  return [
    { kind: 'heading', level: 1, text: 'Danh sách đơn vị báo cáo' },
    { kind: 'paragraph', runs: [text(missing.length === 0 ? gapless : gaps)] },
    {
      kind: 'table',
      columns: [
        { title: 'TT', align: 'centre', share: 8 },
        { title: 'Đơn vị', align: 'left', share: 52 },
        { title: 'Báo cáo', align: 'left', share: 40 },
      ],
      rows: [...part('Chưa có số trong các tổng', missing), ...part('Đã được nhận báo cáo', reported)],
    },
  ]
}

function part(title: string, units: readonly UnitInSum[]): Row[] {
  if (units.length === 0) return []
  return [
    { kind: 'section', mark: '', title },
    ...units.map((unit, at): Row => ({
      kind: 'cells',
      cells: [text(String(at + 1)), text(unit.name), text(standingSaid(unit))],
    })),
  ]
}
