import { z } from 'zod'

/**
 * A list that may be asked: what may be filtered, what each entry holds, how it may be ordered. Requests are parsed by it,
 * answers are checked against it in tests, and the OpenAPI document is printed from it.
 */
export type Listing<
  Filters extends z.ZodObject = z.ZodObject,
  Item extends z.ZodObject = z.ZodObject,
  Position extends z.ZodType = z.ZodType,
> = {
  name: string
  summary: string
  description: string
  filters: Filters
  item: Item
  /** The first is used when none is asked for; `-name` runs backwards. */
  orders: readonly [string, ...string[]]
  /** Where a page ended: the keys by which the list is ordered. */
  position: Position
  /** Whether counting everything is cheap enough to be asked for. */
  countable: boolean
  /** What a person reads in a terminal. */
  columns: readonly string[]
  /** What its table says for the code words of a field; JSON and CSV keep the code words. */
  words?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** For CSV and tables: the columns that a field of several parts makes, as `from.code`; each part's title beside it. */
  parts?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** A question that makes sense on the example province. */
  example: string
}

/** The columns that fields make where each cell is one text. */
export function flatFields({ parts }: Pick<Listing, 'parts'>, fields: readonly string[]): string[] {
  return fields.flatMap((field) => {
    const own = Object.keys(parts?.[field] ?? {})
    return own.length === 0 ? [field] : own.map((part) => `${field}.${part}`)
  })
}

/** One thing by its code. Its `rows` are what a CSV holds. */
export type Single<Item extends z.ZodObject = z.ZodObject, Row extends z.ZodObject = z.ZodObject> = {
  name: string
  summary: string
  description: string
  key: z.ZodType<string>
  item: Item
  row: Row
  example: string
}

export type Question<Filters, Position> = {
  filters: Filters
  order: string
  limit: number
  after: Position | null
  count: boolean
}

/** `next` is where the next page begins; null when this was the last. `total` only when it was asked for. */
export type Found<Item, Position> = { items: Item[]; next: Position | null; total: number | null }

export const formats = ['json', 'csv'] as const
export type Format = (typeof formats)[number]

const format = z.enum(formats).optional().meta({
  description: 'Kiểu nội dung. Cũng chọn được bằng đuôi “.csv” của đường dẫn hoặc bằng “Accept”.',
  example: 'csv',
})
const bom = z
  .enum(['true', 'false'])
  .default('false')
  .meta({ description: 'Thêm dấu UTF-8 (BOM) ở đầu tệp CSV để Excel đọc đúng chữ Việt.', example: 'true' })

/** The parameters every list takes besides its own filters. */
export function pageParameters(listing: Listing) {
  return z.object({
    fields: z
      .array(z.enum(Object.keys(listing.item.shape)))
      .max(100)
      .optional()
      .meta({ description: 'Chỉ trả các trường này, theo thứ tự này; cách nhau bằng dấu phẩy.' }),
    order: z
      .enum(listing.orders)
      .default(listing.orders[0])
      .meta({ description: 'Thứ tự; dấu trừ ở trước là ngược lại.' }),
    limit: z
      .int()
      .min(1)
      .max(500)
      .default(50)
      .meta({ description: 'Nhiều nhất bao nhiêu mục một trang. Trang có thể ngắn hơn; còn “next” là còn nữa.' }),
    after: z
      .string()
      .max(2000)
      .optional()
      .meta({ description: 'Con trỏ của trang sau, lấy trong “next” của trang trước; không tự đặt được.' }),
    ...(listing.countable
      ? {
          count: z
            .enum(['true', 'false'])
            .default('false')
            .meta({ description: 'Trả kèm “total”: có tất cả bao nhiêu mục.', example: 'true' }),
        }
      : {}),
    format,
    bom,
  })
}

export const singleParameters = z.object({ format, bom })
