import { readNumeral } from '#kernel/numerals.ts'
import type { Quantity } from '#kernel/quantity.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { divisionBases, type DivisionBasis } from '#modules/territory/stated.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { DividedUnit, DivisionEntry } from './division.ts'
import { longest, type Fields, type Wrong } from './forms.ts'
import { readPercent } from './shares.ts'

export const longestReason = 300
const mostCounted = 200_000_000_000n

type Read<Value> = { ok: true; value: Value } | { ok: false; errors: Wrong }

/** The form of one divided unit: what was counted, the source, and a number for every part. */
export function readDivision(field: Fields, unit: Pick<DividedUnit, 'parts'>): Read<DivisionEntry> {
  const errors: Wrong = {}
  const { basis, source } = readGrounds(field, errors)
  const isShare = field('by') === 'share'
  const amounts = new Map<UnitId, Quantity>()
  const shares = new Map<UnitId, number>()
  for (const { to, name } of unit.parts) {
    const text = tidy(field(`part-${to}`))
    if (text === '') errors[`part-${to}`] = `Ghi số của phần về ${name}; không có ai thì ghi 0.`
    else if (isShare) {
      const share = readPercent(text)
      if (share === null) errors[`part-${to}`] = 'Tỷ lệ từ 0 đến 100, nhiều nhất bốn số lẻ, ví dụ 62,5.'
      else shares.set(to, share)
    } else {
      const amount = readAmount(text, basis)
      if (typeof amount === 'string') errors[`part-${to}`] = amount
      else amounts.set(to, amount)
    }
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { basis, source, measure: isShare ? { by: 'share', shares } : { by: 'amount', amounts } } }
}

/** What was counted and where it comes from: of one unit, or of a whole file. */
export function readGrounds(field: Fields, errors: Wrong): { basis: DivisionBasis; source: string } {
  const basis = divisionBases.find((one) => one === field('basis'))
  if (!basis) errors['basis'] = 'Chọn tính theo gì: số dân, số hộ hoặc diện tích.'
  const source = tidy(field('source')).replace(/\s+/g, ' ')
  if (source === '') errors['source'] = 'Ghi nguồn: số lấy từ đâu, ví dụ “đề án sắp xếp, dân số 31/12/2024”.'
  else if (lengthOf(source) > longest.source) errors['source'] = `Nguồn dài quá ${longest.source} chữ cái.`
  return { basis: basis ?? 'people', source }
}

/** The amount, or what is wrong with the text. */
export function readAmount(text: string, basis: DivisionBasis): Quantity | string {
  const reading = readNumeral(text, basis === 'area' ? 'decimal' : 'count')
  const isRight = reading.kind === 'amount' && reading.qualifier === 'exact'
  if (isRight && reading.amount >= 0n && reading.amount <= mostCounted * 10_000n) return reading.amount
  return basis === 'area' ? 'Diện tích: ghi số km², ví dụ 12,45.' : 'Ghi số bằng chữ số, ví dụ 12.450.'
}

export function readReason(field: Fields): Read<string> {
  const reason = tidy(field('reason')).replace(/\s+/g, ' ')
  if (reason === '') return { ok: false, errors: { reason: 'Ghi lý do rút, ví dụ “nhập nhầm đơn vị”.' } }
  if (lengthOf(reason) > longestReason)
    return { ok: false, errors: { reason: `Lý do dài quá ${longestReason} chữ cái.` } }
  return { ok: true, value: reason }
}
