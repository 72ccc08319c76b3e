import { text, type Block, type OfficialDocument, type Row } from '#kernel/document.ts'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { parseQuantity, type Quantity } from '#kernel/quantity.ts'
import { emptyCell, textCell, type SheetCell, type Workbook } from '#kernel/workbook.ts'
import type { AppraisalRound } from './appraisal.ts'
import { resultSentences } from './scoring-labels.ts'
import { formatPoints, type Points } from './scoring-points.ts'
import type { Spread } from './scoring-ranking.ts'
import type { ScoreResult } from './scoring.ts'

/** One line of a ranking as it is printed and given out (bảng xếp hạng). */
export type RankingLine = {
  place: number | null
  name: string
  unitName: string
  self: Points | null
  spread: Spread | null
  result: ScoreResult
}

/** All that a round's ranking and minutes are printed from. */
export type RankingSheet = {
  round: AppraisalRound
  holderName: string
  setName: string
  setVersion: number
  lines: readonly RankingLine[]
  /** The place printed at the head of the minutes: `Sông Xanh`. */
  place: string
}

const titles = ['Hạng', 'Tên', 'Đơn vị', 'Tự chấm', 'Điểm', 'Mức', 'Kết quả'] as const

/** The ranking as a csv: points as numbers, with a point as machines read it. */
export function rankingCsv(sheet: RankingSheet): { header: readonly string[]; rows: (string | number | null)[][] } {
  return {
    header: [...titles, 'Thấp nhất', 'Cao nhất', 'Giải thích'],
    rows: sheet.lines.map((line) => [
      ...[line.place, line.name, line.unitName, plain(line.self), plain(totalIn(line))],
      ...[bandIn(line), outcomeWords(line.result), plain(line.spread?.least ?? null), plain(line.spread?.most ?? null)],
      resultSentences(line.result).join(' '),
    ]),
  }
}

/** The ranking as a workbook whose points can be added up. */
export function rankingWorkbook(sheet: RankingSheet, day: LocalDate): Workbook {
  const { round } = sheet
  return {
    ...{ title: `Xếp hạng: ${round.title}`, creator: sheet.holderName, day },
    sheets: [
      {
        name: 'Xếp hạng',
        heading: [
          { words: sheet.holderName, look: 'issuer' },
          { words: `Xếp hạng: ${round.title}`, look: 'title' },
          { words: `Năm ${round.year}. Bộ tiêu chí: ${sheet.setName}, bản ${sheet.setVersion}.`, look: 'fact' },
          ...(round.status === 'open' ? [{ words: 'Đang chấm, chưa chốt điểm.', look: 'mark' } as const] : []),
        ],
        columns: [
          ...[
            { title: titles[0], width: 7, align: 'centre' } as const,
            { title: titles[1], width: 38, align: 'left' } as const,
          ],
          ...[
            { title: titles[2], width: 22, align: 'left' } as const,
            { title: titles[3], width: 10, align: 'right' } as const,
          ],
          ...[
            { title: titles[4], width: 10, align: 'right' } as const,
            { title: titles[5], width: 16, align: 'left' } as const,
          ],
          { title: 'Kết quả', width: 46, align: 'left' },
        ],
        frozenColumns: 0,
        rows: sheet.lines.map((line) => ({
          kind: 'cells',
          cells: [
            ...[textCell(line.place === null ? '–' : String(line.place)), textCell(line.name), textCell(line.unitName)],
            ...[numberCell(line.self), numberCell(totalIn(line)), textCell(bandIn(line))],
            textCell(resultSentences(line.result).join(' ')),
          ],
        })),
        notes: [{ words: 'Điểm chung của nhiều người thẩm định làm tròn xuống hai chữ số lẻ.', href: null }],
      },
    ],
  }
}

/** The minutes of the council: who came as counts, the ranking, what stands in the way of whom, and its own words. */
export function minutesDocument(sheet: RankingSheet): OfficialDocument {
  const { round } = sheet
  const { council } = round
  return {
    ...{ layout: 'state', language: 'vi', place: sheet.place, day: council.metOn },
    issuer: { superior: sheet.holderName.toLocaleUpperCase('vi'), body: 'HỘI ĐỒNG THẨM ĐỊNH' },
    number: { symbol: 'BB-HĐTĐ', assigned: null },
    typeName: 'BIÊN BẢN',
    subject: `Họp thẩm định, chấm điểm: ${round.title}`,
    blocks: [
      ...(round.status === 'open' ? [note('Dự thảo: đợt đang chấm, chưa chốt điểm.')] : []),
      paragraph(openingWords(sheet)),
      { kind: 'heading', level: 1, text: 'Kết quả chấm điểm' },
      rankingTable(sheet),
      ...standingInTheWay(sheet),
      ...(council.minutes === ''
        ? []
        : [
            { kind: 'heading', level: 1, text: 'Ý kiến thống nhất của hội đồng' } as const,
            ...council.minutes
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map(paragraph),
          ]),
      { kind: 'closing', runs: [text('Biên bản được các thành viên có mặt thống nhất')] },
    ],
    signature: { rights: [], title: 'CHỦ TỊCH HỘI ĐỒNG', name: null },
    recipients: ['Thành viên hội đồng', 'Lưu: VT'],
  }
}

function openingWords({ round, setName, setVersion, lines }: RankingSheet): string {
  const { metOn, members, present } = round.council
  const met = metOn === null ? 'Ngày … tháng … năm …' : `Ngày ${formatDay(metOn)}`
  const came = members === null ? '' : `, có mặt ${present === null ? '…' : present} trên ${members} thành viên`
  return `${met}, hội đồng họp${came}, xem xét ${lines.length} đối tượng của năm ${round.year} theo bộ tiêu chí “${setName}” (bản ${setVersion}).`
}

function rankingTable({ lines }: RankingSheet): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Hạng', align: 'centre', share: 7 },
      { title: 'Đối tượng', align: 'left', share: 35 },
      { title: 'Tự chấm', align: 'right', share: 10 },
      { title: 'Điểm', align: 'right', share: 10 },
      { title: 'Mức', align: 'left', share: 15 },
      { title: 'Kết quả', align: 'left', share: 23 },
    ],
    rows: lines.map((line): Row => ({
      kind: 'cells',
      cells: [
        ...[text(line.place === null ? '–' : String(line.place)), text(`${line.name} (${line.unitName})`)],
        ...[text(said(line.self)), text(said(totalIn(line))), text(bandIn(line)), text(outcomeWords(line.result))],
      ],
    })),
  }
}

function standingInTheWay({ lines }: RankingSheet): Block[] {
  const told = lines.filter(
    ({ result }) => result.kind === 'not-eligible' || (result.kind === 'scored' && !result.recognised),
  )
  if (told.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Đối tượng chưa được công nhận' },
    ...told.map(({ name, result }) => paragraph(`${name}: ${resultSentences(result).join(' ')}`)),
  ]
}

/** What a result comes to, in a few words. */
export function outcomeWords(result: ScoreResult): string {
  if (result.kind === 'not-eligible') return 'Không đủ điều kiện xét'
  if (result.kind === 'unfinished') return 'Chưa đủ điểm'
  return result.recognised ? 'Đủ điều kiện công nhận' : 'Chưa đủ điều kiện công nhận'
}

function totalIn({ result }: RankingLine): Points | null {
  return result.kind === 'scored' ? result.total : null
}

function bandIn({ result }: RankingLine): string {
  return result.kind === 'scored' ? result.band : ''
}

const said = (amount: Points | null): string => (amount === null ? '–' : formatPoints(amount))
const plain = (amount: Points | null): number | null => (amount === null ? null : amount / 100)

function numberCell(amount: Points | null): SheetCell {
  const exact: Quantity | null = amount === null ? null : parseQuantity((amount / 100).toFixed(2))
  return exact === null ? emptyCell : { kind: 'number', amount: exact, decimals: 2, signed: false }
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', runs: [text(words)] }
}

function note(words: string): Block {
  return { kind: 'note', runs: [text(words)] }
}
