import { addDays, formatDay } from '#kernel/local-date.ts'
import type { Succession } from './event.ts'
import type { Moment } from './life.ts'
import { kindWord, lastDistrictDay, ownName } from './naming.ts'
import type { RegisterVersion } from './unit.ts'

type Changed = Extract<Moment['what'], { kind: 'changed' }>

/** What a first day says. The units it came from stand in a list below. */
export function beganWords(version: RegisterVersion, from: readonly Succession[]): string {
  const units = new Set(from.map((link) => link.from)).size
  if (units === 0) return `Lập ${version.name}`
  if (units === 1) return `Lập ${version.name} từ địa bàn của một đơn vị`
  return `Lập ${version.name} từ địa bàn của ${units} đơn vị`
}

/** What a change says: the name and kind in the title, the rest below; `before` and `after` are what stood over it. */
export function changedWords(what: Changed, before: string, after: string): { title: string; more: string[] } {
  const sentences = [...nameSentences(what), ...placeSentences(what, before, after), ...codeSentences(what)]
  const [title = 'Ghi lại theo văn bản, không đổi tên, loại hay cấp trên', ...more] = sentences
  return { title, more }
}

/** What the last day says. The units it went into stand in a list below. */
export function endedWords(version: RegisterVersion, into: readonly Succession[], isAbolished: boolean): string {
  const units = new Set(into.map((link) => link.to)).size
  if (isAbolished || (units === 0 && version.level === 'district' && version.until === lastDistrictDay)) {
    return `${version.name} kết thúc: từ ${formatDay(addDays(lastDistrictDay, 1))} không còn cấp huyện`
  }
  if (units === 0) return `${version.name} kết thúc; sổ đơn vị chưa ghi đơn vị kế thừa`
  const isWhole = into.every(({ extent }) => extent === 'whole')
  if (units > 1) return `${version.name} kết thúc: địa bàn chia về ${units} đơn vị`
  return isWhole
    ? `${version.name} kết thúc: toàn bộ địa bàn thuộc một đơn vị mới`
    : `${version.name} kết thúc: chỉ ghi được một phần địa bàn đã về đâu`
}

function nameSentences({ before, after, facts }: Changed): string[] {
  if (facts.includes('kind') || kindWord(before) !== kindWord(after)) {
    const renamed = ownName(before.name) === ownName(after.name) ? '' : ' và đổi tên'
    return [`Từ ${kindWord(before)} thành ${kindWord(after)}${renamed}: ${before.name} nay là ${after.name}`]
  }
  return facts.includes('name') ? [`Đổi tên: ${before.name} nay là ${after.name}`] : []
}

function placeSentences({ facts }: Changed, before: string, after: string): string[] {
  if (!facts.includes('parent') && !facts.includes('province')) return []
  // The same words: only the unit above was made anew.
  if (before === after) return [`Vẫn thuộc ${after}; đơn vị cấp trên lập lại cùng tên`]
  return [`Trước thuộc ${before || 'trung ương'}, từ ngày này thuộc ${after || 'trung ương'}`]
}

function codeSentences({ before, after, facts }: Changed): string[] {
  if (!facts.includes('officialCode') || before.officialCode === null || after.officialCode === null) return []
  return [`Mã số hành chính đổi từ ${before.officialCode} thành ${after.officialCode}`]
}
