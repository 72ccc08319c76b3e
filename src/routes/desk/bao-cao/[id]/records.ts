import { formatDay } from '#kernel/local-date.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import type { RecordsBehind } from '#modules/reporting/counting-queries.server.ts'
import { recordName, registerPath } from '../../register-path.ts'

/** The records behind a counted cell, in words and with their addresses. */
export function recordsSaid({ kind, facts, total, sum, stated }: RecordsBehind) {
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
  }
}

export type RecordsSaid = ReturnType<typeof recordsSaid>
