import { formatDay } from '#kernel/local-date.ts'
import type { DefinitionChange, DefinitionFault } from './definition-change.ts'

/** Where a series goes over to another definition, as a reader is told beside it. */
export function changeText({ on, comparable, note }: DefinitionChange): string {
  const since = on === null ? 'Định nghĩa đã đổi' : `Từ ngày ${formatDay(on)} định nghĩa đã đổi`
  const what = note === '' ? '' : `: ${note.replace(/[.\s]+$/, '')}`
  return comparable
    ? `${since}${what}. Số trước và sau vẫn so được.`
    : `${since}${what}. Số trước và sau không cùng một cách đếm, nên không so và không tính tăng, giảm.`
}

/** What is wrong with the definitions of an indicator, for who keeps the reference files. */
export function definitionFaultText({ code, from, to }: DefinitionFault): string {
  switch (code) {
    case 'overlap':
      return `${from} và ${to} cùng có hiệu lực một ngày. Bản trước phải hết trước khi bản sau bắt đầu.`
    case 'gap':
      return `Giữa ${from} và ${to} có ngày không bản nào có hiệu lực. Nối liền hai bản, hoặc ghi vì sao ở change_note của bản sau.`
    case 'silent-break':
      return `${to} không so được với ${from} mà không nói vì sao. Ghi ở change_note.`
  }
}
