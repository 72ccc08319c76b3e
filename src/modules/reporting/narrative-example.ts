import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { narrativeSections } from './narrative-section.ts'
import { paragraphsOfSection, readProse, type Prose, type ReportParagraph } from './narrative.ts'
import type { Template } from './report.ts'

/** The words of an invented report: sections as an officer would have saved them, and as they are printed. */
type ExampleWords = { written: { section: string; prose: Prose }[]; printed: ReportParagraph[] }

/** Sentences by section; the first is the same each quarter, as in life, so that a newcomer sees what repeats. A line is a paragraph. */
const sentences: Record<string, readonly string[]> = {
  'tinh-hinh': [
    'Tình hình Nhân dân trong xã ổn định, đồng thuận với các chủ trương lớn; bà con quan tâm nhiều nhất đến đường liên thôn và nước sinh hoạt mùa khô.',
  ],
  'ket-qua': [
    'Bộ phận một cửa phải giải quyết [[F01]] hồ sơ trong kỳ.',
    'Xã tổ chức [[D03]] cuộc đối thoại với Nhân dân.',
    'Cán bộ xã tiếp [[E01]] lượt công dân.',
  ],
  'danh-gia': ['Việc trả lời kiến nghị của Nhân dân còn chậm ở những việc phải chờ ý kiến của tỉnh.'],
  'phuong-huong': ['Đối thoại ở các thôn xa, trả lời hết những kiến nghị còn treo.'],
  'kien-nghi': ['Đề nghị tỉnh sớm có ý kiến về tuyến đường liên thôn.'],
}

/** Words around the numbers that an invented report has; of what was not counted, and of what did not happen, it says nothing. */
export function exampleWords(template: Pick<Template, 'sections'>, content: ReportContent): ExampleWords {
  const known = new Map(content.lines.filter(hasNumber).map((line) => [cellKey(line.cell), line]))
  const print = (key: string): string => {
    const line = known.get(key)
    return line ? formatValue(line.figure.value, line.numeral) : ''
  }
  const sections = narrativeSections(template).flatMap((section) => {
    const read = (sentences[section.code] ?? []).map((one) => readProse(one, new Set(known.keys())))
    const lines = read.filter(({ unknown }) => unknown.length === 0).map(({ parts }) => parts)
    return lines.length === 0 ? [] : [{ section, lines }]
  })
  return {
    written: sections.map(({ section, lines }) => ({
      section: section.code,
      prose: lines
        .flatMap((parts, at) => (at === 0 ? parts : [{ text: '\n' }, ...parts]))
        .map((part) => ('text' in part ? part : { ...part, said: print(cellKey(part.cell)) })),
    })),
    printed: sections.flatMap(({ section, lines }) =>
      lines.flatMap((parts) => paragraphsOfSection(section, parts, ({ cell }) => print(cellKey(cell)))),
    ),
  }
}

function hasNumber({ figure: { value } }: ContentLine): boolean {
  return value.state === 'reported'
}
