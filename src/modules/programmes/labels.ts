import { formatAmount } from '#kernel/numerals.ts'
import { formatQuantity, quantity, subtract, zero, type Quantity } from '#kernel/quantity.ts'
import type { ProgrammeRow, UnitCounted } from './programme-set.ts'
import type { CheckVerdict, SheetCheck, SheetTerm } from './sheet-checks.ts'

const verdictName: Record<CheckVerdict, string> = {
  holds: 'khớp',
  fails: 'không khớp',
  'not-computable': 'chưa kiểm tra được',
}

/** The columns of a sheet, in the order they are printed. */
export const columnName = { counted: 'Hiện có', estimate: 'Ước đến cuối kỳ', change: 'Tăng, giảm trong năm' } as const

const unitKindName: Record<UnitCounted, string> = {
  commune: 'xã',
  'commune-level': 'xã, phường, thị trấn, đặc khu',
}

/** What was held against each other, for a reader: one sentence with every number in it, and what to do where it does not hold. */
export type CheckText = { verdict: CheckVerdict; word: string; heading: string; sentence: string; remedy: string }

type Rows = ReadonlyMap<string, ProgrammeRow>
type CheckOf<Kind extends SheetCheck['kind']> = Extract<SheetCheck, { kind: Kind }>

const recount = 'Xin mở từng số xem báo cáo nguồn, rồi sửa ở báo cáo, nơi số được nhập.'

export function checkText(check: SheetCheck, rows: Rows): CheckText {
  return { verdict: check.verdict, word: wordOf(check), ...words(check, rows) }
}

// States agree with nothing, and an average that nobody wrote down is only worked out.
function wordOf(check: SheetCheck): string {
  if (check.kind === 'states') return 'đứng riêng'
  const isOnlyDerived = check.kind === 'average' && check.derived !== null && check.stated === null
  return isOnlyDerived ? 'phần mềm tính' : verdictName[check.verdict]
}

function words(check: SheetCheck, rows: Rows): Omit<CheckText, 'verdict' | 'word'> {
  switch (check.kind) {
    case 'sum':
      return sumText(check, rows)
    case 'part':
      return partText(check, rows)
    case 'average':
      return averageText(check, rows)
    case 'change':
      return changeText(check, rows)
    case 'states':
      return statesText(check, rows)
    case 'units':
      return unitsText(check, rows)
  }
}

/** Whether a finding says that something is wrong or only what is so. */
function remedyOf({ verdict }: Pick<SheetCheck, 'verdict'>): string {
  return verdict === 'fails' ? recount : ''
}

function sumText(check: CheckOf<'sum'>, rows: Rows): Omit<CheckText, 'verdict' | 'word'> {
  const { total, parts, missing, gap, remainder } = check
  const addition = parts.map(({ amount }) => formatQuantity(amount)).join(' + ')
  const listed = parts.map((term) => withName(term, rows)).join('; ')
  const lacking = missing.map((row) => nameOf(row, rows)).join('; ')
  if (!total || gap === null) {
    if (check.isDerived && total)
      return {
        heading: `${formatQuantity(total.amount)} = ${addition}`,
        sentence: `Cộng ${listed}.`,
        remedy: '',
      }
    return {
      heading: 'Tổng và các phần',
      sentence: lacking
        ? `Chưa cộng được vì chưa có số: ${lacking}.`
        : 'Chưa đối chiếu được: có số làm tròn, hoặc các số cộng từ những đơn vị khác nhau.',
      remedy: '',
    }
  }
  const whole = `${nameOf(total.row, rows)}: ${formatQuantity(total.amount)}`
  if (remainder) {
    const left = formatQuantity(remainder.amount)
    return {
      heading: `${formatQuantity(total.amount)} = ${addition}${remainder.amount === zero ? '' : ` + ${left}`}`,
      sentence: `${whole}, gồm ${listed}. Không ai báo ${lower(nameOf(remainder.row, rows))}; theo phép trừ còn ${left}.`,
      remedy: '',
    }
  }
  if (gap === zero) {
    return {
      heading: `${formatQuantity(total.amount)} = ${addition}`,
      sentence: `${whole}, đúng bằng ${listed}.`,
      remedy: '',
    }
  }
  const off = gap < zero ? `vượt tổng ${formatQuantity(-gap as Quantity)}` : `còn thiếu ${formatQuantity(gap)}`
  return {
    heading: `${formatQuantity(total.amount)} và ${addition}`,
    sentence: `${whole}. Các phần: ${listed}; cộng lại ${off}${lacking ? `, chưa có số: ${lacking}` : ''}.`,
    remedy: remedyOf(check),
  }
}

function partText(check: CheckOf<'part'>, rows: Rows): Omit<CheckText, 'verdict' | 'word'> {
  const { part, whole } = check
  if (check.verdict === 'not-computable' || !part || !whole) {
    return {
      heading: `${nameOf(check.partRow, rows)} là một phần`,
      sentence: `Chưa đối chiếu được với ${lower(nameOf(check.wholeRow, rows))}: thiếu số, hoặc có số làm tròn.`,
      remedy: '',
    }
  }
  const both = `${formatQuantity(part.amount)} trên ${formatQuantity(whole.amount)}`
  return check.verdict === 'holds'
    ? {
        heading: both,
        sentence: `${withName(part, rows)} là một phần của ${withName(whole, rows)}, nên không cộng hai số này.`,
        remedy: '',
      }
    : {
        heading: both,
        sentence: `${withName(part, rows)} lại lớn hơn ${withName(whole, rows)}, mà số này chỉ là một phần.`,
        remedy: remedyOf(check),
      }
}

function averageText(check: CheckOf<'average'>, rows: Rows): Omit<CheckText, 'verdict' | 'word'> {
  const { total, units, allUnits, derived, stated, implied } = check
  const row = rows.get(check.row)
  const kind = row?.kind === 'average' ? unitKindName[row.per] : ''
  const name = nameOf(check.row, rows)
  if (!total || units === null || derived === null) {
    return {
      heading: name,
      sentence: `Chưa tính được: thiếu số để chia, hoặc không rõ có bao nhiêu ${kind}.`,
      remedy: '',
    }
  }
  const division = `${formatQuantity(total.amount)} ÷ ${formatQuantity(units)} ${kind} = ${formatQuantity(derived)}`
  const not = allUnits === null ? '' : ` Không chia cho cả ${allUnits} đơn vị cấp xã.`
  if (stated === null) return { heading: division, sentence: `Báo cáo không ghi số bình quân.${not}`, remedy: '' }
  const written = `Báo cáo ghi ${formatQuantity(stated)}`
  if (check.verdict === 'holds') return { heading: division, sentence: `${written}, đúng như vậy.${not}`, remedy: '' }
  const of = implied === null ? '' : `; số ấy là bình quân của ${formatQuantity(implied)} đơn vị`
  return { heading: division, sentence: `${written}${of}.${not}`, remedy: remedyOf(check) }
}

function changeText(check: CheckOf<'change'>, rows: Rows): Omit<CheckText, 'verdict' | 'word'> {
  const { now, change, before, derived } = check
  const name = nameOf(check.row, rows)
  if (now === null || change === null || derived === null) {
    return { heading: name, sentence: 'Chưa đối chiếu được mức tăng, giảm: thiếu số, hoặc có số làm tròn.', remedy: '' }
  }
  const moved = formatAmount(change, 'exact', 'change')
  if (before === null) {
    return {
      heading: `${formatQuantity(now)}, ${moved} trong năm`,
      sentence: `Suy ra cuối năm trước là ${formatQuantity(derived)}; chưa có số cuối năm trước để đối chiếu.`,
      remedy: '',
    }
  }
  if (check.verdict === 'not-computable') {
    return {
      heading: `${formatQuantity(now)}, ${moved} trong năm`,
      sentence: `Chưa đối chiếu được với cuối năm trước (${formatQuantity(before)}): các số cộng từ những đơn vị khác nhau.`,
      remedy: '',
    }
  }
  const difference = `${formatQuantity(now)} − ${formatQuantity(before)} = ${formatAmount(subtract(now, before), 'exact', 'change')}`
  return check.verdict === 'holds'
    ? { heading: difference, sentence: `Mức tăng, giảm ghi ${moved}, khớp với hai số cuối năm.`, remedy: '' }
    : { heading: difference, sentence: `Mức tăng, giảm lại ghi ${moved}.`, remedy: remedyOf(check) }
}

function statesText(check: CheckOf<'states'>, rows: Rows): Omit<CheckText, 'verdict' | 'word'> {
  const numbers = check.states.map(({ amount }) => formatQuantity(amount)).join(' và ')
  const listed = check.states.map((term) => withName(term, rows)).join('; ')
  return {
    heading: `${numbers}: không cộng`,
    sentence: `${nameOf(check.group, rows)}: ${listed}. Đây là những tình trạng khác nhau, phần mềm không cộng các số này.`,
    remedy: '',
  }
}

function unitsText(check: CheckOf<'units'>, rows: Rows): Omit<CheckText, 'verdict' | 'word'> {
  const row = rows.get(check.row)
  const kind = row?.kind === 'stock' && row.counts ? unitKindName[row.counts] : 'đơn vị'
  if (!check.counted || check.units === null) {
    return {
      heading: nameOf(check.row, rows),
      sentence: `Chưa đối chiếu được với số ${kind} có trên địa bàn.`,
      remedy: '',
    }
  }
  const heading = `${formatQuantity(check.counted.amount)} trên ${formatQuantity(quantity(check.units))}`
  const sentence = `Trên địa bàn có ${check.units} ${kind}; ${lower(nameOf(check.row, rows))} ghi ${formatQuantity(check.counted.amount)}.`
  return { heading, sentence, remedy: remedyOf(check) }
}

function nameOf(row: string, rows: Rows): string {
  return rows.get(row)?.name ?? row
}

function withName({ row, amount }: SheetTerm, rows: Rows): string {
  return `${formatQuantity(amount)} (${lower(nameOf(row, rows))})`
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
