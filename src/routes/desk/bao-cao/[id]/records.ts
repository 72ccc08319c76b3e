import { formatDay } from '#kernel/local-date.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import type { RecordsBehind } from '#modules/reporting/counting-queries.server.ts'
import { recordName, registerPath } from '../../register-path.ts'

/** The records behind a counted cell, in words and with their addresses. */
export function recordsSaid({ kind, facts, total, sum, stated, distinct, corrected }: RecordsBehind) {
  return {
    what: recordName[kind],
    rows: facts.map((fact) => ({
      href: `${registerPath[kind]}/${fact.record}`,
      iso: fact.day,
      day: formatDay(fact.day),
      subject: fact.label,
      amount: formatQuantity(fact.amount),
    })),
    total,
    sum: formatQuantity(sum),
    stated,
    corrected,
    distinct:
      distinct && distinct.named > distinct.things
        ? `Các dòng dưới nêu ${distinct.named} lượt; cùng một đơn vị, một việc thì tính một lần trong kỳ, nên còn ${distinct.things}.`
        : null,
  }
}

export type RecordsSaid = ReturnType<typeof recordsSaid>
