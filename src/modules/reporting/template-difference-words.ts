import { carrierName, columnName, owedName, sectionKindName } from './template-labels.ts'
import type { TemplateDifference } from './template-difference.ts'

/** What an administrator reads of the differences, under three heads. */
export const differenceGroups = ['head', 'sections', 'lines'] as const

export const differenceGroupName: Record<(typeof differenceGroups)[number], string> = {
  head: 'Tên, ai nộp và khi nào',
  sections: 'Các mục',
  lines: 'Chỉ tiêu',
}

const groupOf: Record<TemplateDifference['kind'], (typeof differenceGroups)[number]> = {
  ...{ name: 'head', carriers: 'head', periods: 'head', days: 'head' },
  ...{ 'section-added': 'sections', 'section-removed': 'sections', 'section-renamed': 'sections' },
  ...{ 'section-moved': 'sections', 'section-kind': 'sections', hint: 'sections' },
  ...{ 'line-added': 'lines', 'line-removed': 'lines', 'line-to-another-section': 'lines', 'line-moved': 'lines' },
  parts: 'lines',
}

/** The differences of one group, in sentences. */
export function differencesSaid(
  differences: readonly TemplateDifference[],
  group: (typeof differenceGroups)[number],
  nameOf: (code: string) => string,
): string[] {
  return differences.filter(({ kind }) => groupOf[kind] === group).map((one) => differenceText(one, nameOf))
}

export function differenceText(one: TemplateDifference, nameOf: (code: string) => string): string {
  switch (one.kind) {
    case 'name':
      return `Tên đổi từ “${one.before}” thành “${one.after}”.`
    case 'carriers':
      return `Cấp nộp đổi từ ${listed(
        one.before.map((level) => carrierName[level]),
        'chưa chọn cấp nào',
      )} thành ${listed(
        one.after.map((level) => carrierName[level]),
        'chưa chọn cấp nào',
      )}.`
    case 'periods':
      return `Kỳ nhắc nộp đổi từ ${listed(
        one.before.map((regime) => owedName[regime]),
        'không nhắc kỳ nào',
      )} thành ${listed(
        one.after.map((regime) => owedName[regime]),
        'không nhắc kỳ nào',
      )}.`
    case 'days':
      return `Hạn nộp đổi từ ${one.before} ngày thành ${one.after} ngày sau ngày cuối kỳ.`
    case 'section-added':
      return `Thêm mục ${sectionKindName[one.section]} “${one.title}”.`
    case 'section-removed':
      return `Bỏ mục ${sectionKindName[one.section]} “${one.title}”.`
    case 'section-renamed':
      return `Mục “${one.before}” đổi tên thành “${one.after}”.`
    case 'section-moved':
      return `Mục “${one.title}” chuyển từ thứ ${one.before} sang thứ ${one.after}.`
    case 'section-kind':
      return `Mục “${one.title}” đổi từ ${sectionKindName[one.before]} thành ${sectionKindName[one.after]}.`
    case 'hint':
      return `Lời dặn của mục “${one.title}” đổi từ ${quoted(one.before)} thành ${quoted(one.after)}.`
    default:
      return lineText(one, nameOf)
  }
}

type LineDifference = Extract<
  TemplateDifference,
  { kind: 'line-added' | 'line-removed' | 'line-to-another-section' | 'line-moved' | 'parts' }
>

function lineText(one: LineDifference, nameOf: (code: string) => string): string {
  const named = `${one.code} ${nameOf(one.code)}`.trim()
  switch (one.kind) {
    case 'line-added':
      return `Thêm ${named} vào mục “${one.title}”, hỏi số ${parts(one.parts)}.`
    case 'line-removed':
      return `Bỏ ${named}, trước ở mục “${one.title}”, hỏi số ${parts(one.parts)}.`
    case 'line-to-another-section':
      return `${named} chuyển từ mục “${one.before}” sang mục “${one.after}”.`
    case 'line-moved':
      return `${named} ở mục “${one.title}” chuyển từ thứ ${one.before} sang thứ ${one.after}.`
    case 'parts': {
      const more = one.added.length > 0 ? [`hỏi thêm ${parts(one.added)}`] : []
      const fewer = one.removed.length > 0 ? [`thôi hỏi ${parts(one.removed)}`] : []
      return `${named}: ${[...more, ...fewer].join('; ')}.`
    }
  }
}

function parts(some: readonly string[]): string {
  return some.map(columnName).join(', ')
}

function listed(some: readonly string[], none: string): string {
  return some.length > 0 ? `“${some.join('; ')}”` : none
}

function quoted(text: string): string {
  return text === '' ? 'không có' : `“${text}”`
}
