import { layouts, type Layout } from '#kernel/document.ts'
import { fold } from '#kernel/text.ts'
import { numberedTypes, type NumberedType, type RegisteredNumber } from './document-number.ts'

export const outgoingOrders = ['newest', 'oldest', 'number', 'about'] as const
export type OutgoingOrder = (typeof outgoingOrders)[number]

/** What of the outgoing register is asked for. */
export type OutgoingAsked = {
  words: string
  /** Năm, or nhiệm kỳ of the Party. */
  series: string | null
  type: NumberedType | null
  layout: Layout | null
  order: OutgoingOrder
  page: number
}

/** One page of the register, and what it can be narrowed to. */
export type OutgoingView = Omit<OutgoingAsked, 'page'> & {
  lines: RegisteredNumber[]
  page: number
  pages: number
  found: number
  choices: { series: string[]; types: NumberedType[]; layouts: Layout[] }
}

export const linesOnPage = 30

/** The lines that are asked for, in the order asked for. A unit gives out some hundred papers a year: they are narrowed here. */
export function outgoingView(all: readonly RegisteredNumber[], asked: OutgoingAsked): OutgoingView {
  const series = [...new Set(all.map((line) => line.series))].toSorted().toReversed()
  const view = { ...asked, series: series.find((one) => one === asked.series) ?? null }
  const sought = fold(view.words).split(' ')
  const found = all
    .filter(
      (line) =>
        (view.series === null || line.series === view.series) &&
        (view.type === null || line.type === view.type) &&
        (view.layout === null || line.layout === view.layout) &&
        sought.every((word) => textOf(line).includes(word)),
    )
    .toSorted(orders[view.order])
  const pages = Math.max(1, Math.ceil(found.length / linesOnPage))
  const page = Math.min(pages, Math.max(1, asked.page))
  return {
    ...view,
    ...{ page, pages, found: found.length },
    lines: found.slice((page - 1) * linesOnPage, page * linesOnPage),
    choices: {
      series,
      types: numberedTypes.filter((one) => all.some(({ type }) => type === one)),
      layouts: layouts.filter((one) => all.some(({ layout }) => layout === one)),
    },
  }
}

/** `07/BC-UBND` is found as it is printed, and by its bare number. */
function textOf({ number, symbol, about, sentTo, by, cancelledFor }: RegisteredNumber): string {
  const padded = String(number).padStart(2, '0')
  const numbers = `${padded}/${symbol} ${padded}-${symbol} ${number}/${symbol}`
  return fold([numbers, about, ...sentTo, by, cancelledFor ?? ''].join(' '))
}

type Line = RegisteredNumber
const vietnamese = new Intl.Collator('vi')
const orders: Record<OutgoingOrder, (one: Line, other: Line) => number> = {
  newest: (one, other) => byDay(other, one) || other.number - one.number,
  oldest: (one, other) => byDay(one, other) || one.number - other.number,
  number: (one, other) =>
    other.series.localeCompare(one.series) ||
    one.layout.localeCompare(other.layout) ||
    other.type.localeCompare(one.type) ||
    one.number - other.number,
  about: (one, other) => vietnamese.compare(one.about, other.about) || byDay(other, one),
}

function byDay(one: Line, other: Line): number {
  return one.signedOn.localeCompare(other.signedOn)
}
