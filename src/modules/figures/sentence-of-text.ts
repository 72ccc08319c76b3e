import { formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Finding } from './finding.ts'
import { codeOf, nameOf, type CellNames, type FindingFactsOf, type FindingText } from './finding-words.ts'

export function foreignUnitText(facts: FindingFactsOf<'foreign-unit'>, names: CellNames): FindingText {
  const { unit } = names(facts.cell)
  const other = facts.likely ? ` Có thể số này thuộc ô ${nameOf(facts.likely, names)}.` : ''
  return {
    heading: `Ô ${codeOf(facts.cell)} đếm ${unit}, không đếm ${facts.written}`,
    sentence: `${nameOf(facts.cell, names)} đếm theo ${unit}, mà ô này ghi “${facts.text}”. ${sentenceStart(unit)} và ${facts.written} là hai cách đếm, không đổi ra nhau được.${other}`,
    remedy: names(facts.cell).register
      ? 'Số của ô này đếm từ sổ; xin sửa ghi chú. Chỗ này phải khớp mới nộp được.'
      : `Xin đếm lại theo ${unit} rồi ghi số; chưa đếm được thì để trống. Chỗ này phải khớp mới nộp được.`,
    sum: null,
  }
}

export function eventDateText(finding: Finding, facts: FindingFactsOf<'event-date'>, names: CellNames): FindingText {
  const code = codeOf(facts.cell)
  const said = `Ghi chú của ${nameOf(facts.cell, names)} nói “${facts.written}”`
  const period = periodName(facts.period)
  if (facts.problem === 'no-such-day') {
    return {
      heading: `Ngày ghi ở ${code} không có trong lịch`,
      sentence: `${said}, mà trong lịch không có ngày này. Có thể đổi chỗ ngày và tháng.`,
      remedy: 'Xin sửa ngày trong ghi chú, ngày trước tháng sau; chỗ này phải khớp mới nộp được.',
      sum: null,
    }
  }
  if (facts.problem === 'before') {
    return {
      heading: `Ngày ghi ở ${code} trước kỳ báo cáo`,
      sentence: `${said}, mà ${period} bắt đầu từ ${formatDay(facts.period.from)}. Việc của kỳ trước không tính lại ở kỳ này; cũng có thể ghi nhầm ngày.`,
      remedy: toCorrectOrExplain,
      sum: null,
    }
  }
  const isAsked = finding.verdict === 'asks'
  return {
    heading: `Ngày ghi ở ${code} sau kỳ báo cáo`,
    sentence: `${said}, mà ${period} đến hết ${formatDay(facts.period.to)}. Việc diễn ra sau đó không tính vào kỳ này; cũng có thể ghi nhầm năm.`,
    remedy: isAsked
      ? 'Xin xem lại; nếu đây là ngày của văn bản hoặc việc dự kiến thì viết rõ như vậy.'
      : toCorrectOrExplain,
    sum: null,
  }
}

const toCorrectOrExplain =
  'Xin sửa ngày trong ghi chú, hoặc bỏ việc đó khỏi số của kỳ này; nếu ngày này nói việc khác, nộp kèm lời giải thích.'

function sentenceStart(word: string): string {
  return word.charAt(0).toLocaleUpperCase('vi') + word.slice(1)
}
