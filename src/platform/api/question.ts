import { z } from 'zod'
import { questionPrint, readCursor } from './cursor.ts'
import { flatFields, pageParameters, type Format, type Listing, type Question } from './listing.ts'
import type { Pairs } from './pairs.ts'
import { quotedShort, refusedAs, type Read } from './refusal.ts'

/** How the answer is to be written; `columns` are the fields as CSV shows them. */
export type Presentation = {
  fields: readonly string[]
  columns: readonly string[]
  format: Format | null
  bom: boolean
}

type Asked<Filters, Position> = { question: Question<Filters, Position>; presentation: Presentation; print: string }

/** Reads the parameters of a list: its filters, the page, and how the answer is to be written. */
export function readQuestion<Filters extends z.ZodObject, Item extends z.ZodObject, Position extends z.ZodType>(
  listing: Listing<Filters, Item, Position>,
  pairs: Pairs,
): Read<Asked<z.output<Filters>, z.output<Position>>> {
  const page = pageParameters(listing)
  const unknown = unknownAmong(pairs, [...Object.keys(listing.filters.shape), ...Object.keys(page.shape)])
  if (unknown) return unknown
  const filters = readValues(listing.filters, pairs)
  if (!filters.ok) return filters
  const wanted = readValues(page, pairs)
  if (!wanted.ok) return wanted
  const { fields, order, limit, after, count, format, bom } = wanted.value
  const print = questionPrint([listing.name, filters.value, order])
  const position = after === undefined ? null : readCursor(listing.position, after, print)
  if (position !== null && !position.ok) return position
  const shown = fields ?? Object.keys(listing.item.shape)
  return {
    ok: true,
    value: {
      question: { filters: filters.value, order, limit, after: position?.value ?? null, count: count === 'true' },
      presentation: {
        fields: shown,
        columns: flatFields(listing, shown),
        format: format ?? null,
        bom: bom === 'true',
      },
      print,
    },
  }
}

/** Refuses the first parameter that is not among the known ones, and names these. */
export function unknownAmong(pairs: Pairs, known: readonly string[]) {
  const unknown = [...pairs.keys()].find((name) => !known.includes(name))
  if (unknown === undefined) return null
  return refusedAs('unknown-parameter', `Không có tham số “${quotedShort(unknown)}”.`, {
    field: quotedShort(unknown),
    help: `Các tham số nhận được: ${known.join(', ')}.`,
  })
}

/** Reads the parameters that a schema knows; the first that is wrong is named with what was written and what is wanted. */
export function readValues<Schema extends z.ZodObject>(schema: Schema, pairs: Pairs): Read<z.output<Schema>> {
  const typed = Object.entries(schema.shape).flatMap(([name, one]) => {
    const text = pairs.get(name)
    // `q=` is what an empty form sends: nothing was asked.
    return text === undefined || text === '' ? [] : [[name, valueFor(one, text)]]
  })
  const read = schema.safeParse(Object.fromEntries(typed), { error: wanted })
  if (read.success) return { ok: true, value: read.data }
  const [issue] = read.error.issues
  const field = String(issue?.path[0] ?? '')
  if (!pairs.get(field))
    return refusedAs('bad-parameter', `Chưa có tham số “${field}”. ${issue?.message ?? ''}`.trim(), { field })
  const message = `Tham số “${field}” không dùng được: “${quotedShort(pairs.get(field) ?? '')}”. ${issue?.message ?? ''}`
  return refusedAs('bad-parameter', message.trim(), { field })
}

/** The JSON Schema of one parameter: the OpenAPI document prints it, and its type says how the text is cut. */
export function parameterSchema(schema: z.core.$ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}

function valueFor(schema: z.core.$ZodType, text: string): unknown {
  const { type } = parameterSchema(schema)
  if (type === 'array') return text.split(',').map((part) => part.trim())
  // Only digits: Number() would also take 1e9, 0x10 and blanks.
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text)
  return text
}

type Issue = Parameters<z.core.$ZodErrorMap>[0]

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `Cần một trong: ${issue.values.map(String).join(', ')}.`
    case 'invalid_type':
      return issue.expected === 'int' || issue.expected === 'number'
        ? 'Cần một số nguyên viết bằng chữ số.'
        : 'Viết chưa đúng kiểu.'
    case 'too_big':
      return issue.origin === 'array'
        ? `Nhiều nhất ${issue.maximum} giá trị.`
        : `Lớn nhất ${issue.maximum}${ofWhat(issue.origin)}.`
    case 'too_small':
      return issue.origin === 'array'
        ? `Ít nhất ${issue.minimum} giá trị.`
        : `Nhỏ nhất ${issue.minimum}${ofWhat(issue.origin)}.`
    default:
      return 'Viết chưa đúng dạng.'
  }
}

function ofWhat(origin: string): string {
  return origin === 'string' ? ' ký tự' : ''
}
