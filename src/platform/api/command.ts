import { writeCsv } from '../../kernel/csv-writing.ts'
import { lengthOf } from '../../kernel/text.ts'
import type { Db } from '../database.ts'
import { rowsOf } from './answer.ts'
import type { ListAnswer, OpenList } from './endpoint.ts'
import { flatFields, type Format, type Listing } from './listing.ts'
import { quotedShort, refusedAs, type ApiRefusal, type Read } from './refusal.ts'

/** What a list answers in a terminal: one text for stdout, or one sentence for stderr; 2 when what was written is wrong. */
export type ListCommandAnswer = { exit: 0; stdout: string } | { exit: 2; stderr: string }

type Options = { pairs: Map<string, string>; form: Format | 'table'; most: number }

/** The same list, filters and words as the API, for `npm run -s kheo --`; every page of it, or as many as `--limit` says. */
export async function answerListCommand(
  list: OpenList,
  args: readonly string[],
  db: Db,
  now: Date,
  /** JSON as the list itself instead of `{ "data": … }`: for lists that programs outside read by their own agreement. */
  asArray = false,
): Promise<ListCommandAnswer> {
  const options = readOptions(list.listing, args)
  if (!options.ok) return bad(options.refusal)
  const { pairs, form, most } = options.value
  const found = await everyPage((asked) => list.ask(db, asked, now), pairs, most)
  if (!found.ok) return bad(found.refusal)
  const { items, fields } = found.value
  const shown = form === 'table' && !pairs.has('fields') ? list.listing.columns : fields
  return { exit: 0, stdout: written(list.listing, items, shown, form, asArray) }
}

type Everything = { items: ListAnswer['items']; fields: readonly string[] }

async function everyPage(
  ask: (pairs: Map<string, string>) => Promise<Read<ListAnswer>>,
  pairs: ReadonlyMap<string, string>,
  most: number,
): Promise<Read<Everything>> {
  const items: ListAnswer['items'] = []
  const asked = new Map(pairs)
  for (;;) {
    asked.set('limit', String(Math.min(500, most - items.length)))
    const answer = await ask(asked)
    if (!answer.ok) return answer
    const { next, presentation } = answer.value
    items.push(...answer.value.items)
    if (next === null || items.length >= most) return { ok: true, value: { items, fields: presentation.fields } }
    asked.set('after', next)
  }
}

function bad({ message, help }: ApiRefusal): ListCommandAnswer {
  return { exit: 2, stderr: [message, help].filter(Boolean).join(' ') }
}

function readOptions(listing: Listing, args: readonly string[]): Read<Options> {
  const read = readCommandWords([...Object.keys(listing.filters.shape), 'fields', 'order', 'limit'], args)
  if (!read.ok) return read
  const { pairs, form } = read.value
  const limit = pairs.get('limit')
  pairs.delete('limit')
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) {
    return refusedAs('bad-parameter', `“--limit” cần một số nguyên từ 1, đang là “${limit}”.`)
  }
  return { ok: true, value: { pairs, form, most: limit === undefined ? Number.MAX_SAFE_INTEGER : Number(limit) } }
}

/** Reads `--name value`, `--name=value`, `--json` and `--csv`, of the names that a command knows. */
export function readCommandWords(
  known: readonly string[],
  args: readonly string[],
): Read<Pick<Options, 'pairs' | 'form'>> {
  const pairs = new Map<string, string>()
  let form: Options['form'] = 'table'
  const words = args.flatMap((word) => (/^--[a-z]+=/i.test(word) ? splitOnce(word) : [word]))
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const name = word.replace(/^--/, '')
    if (word === '--json' || word === '--csv') form = word === '--json' ? 'json' : 'csv'
    else if (!word.startsWith('--') || !known.includes(name)) {
      const takes = `Nhận được: ${known.map((one) => `--${one}`).join(', ')}, --json, --csv.`
      return refusedAs('unknown-parameter', `Không rõ “${quotedShort(word)}” là gì.`, { help: takes })
    } else if (pairs.has(name)) return refusedAs('repeated-parameter', `“${word}” được ghi hai lần.`)
    else {
      const value = words[(at += 1)]
      if (value === undefined || value === '') return refusedAs('bad-parameter', `Sau “${word}” chưa có giá trị.`)
      if (/[\u0000-\u001f\u007f]/.test(value)) return refusedAs('bad-encoding', `Sau “${word}” có ký tự điều khiển.`)
      pairs.set(name, value.normalize('NFC'))
    }
  }
  return { ok: true, value: { pairs, form } }
}

function splitOnce(word: string): string[] {
  const at = word.indexOf('=')
  return [word.slice(0, at), word.slice(at + 1)]
}

function written(
  listing: Listing,
  items: ListAnswer['items'],
  fields: readonly string[],
  form: Options['form'],
  asArray: boolean,
): string {
  if (form === 'json') {
    const data = items.map((item) => Object.fromEntries(fields.map((field) => [field, item[field]])))
    return JSON.stringify(asArray ? data : { data }, null, 2)
  }
  // Each answer ends with a line end of its own.
  const columns = flatFields(listing, fields)
  if (form === 'csv') return writeCsv(columns, rowsOf(columns, items)).replace(/\r\n$/, '')
  return items.length === 0 ? 'Không có mục nào.' : table(listing, items, columns)
}

function table(listing: Listing, items: ListAnswer['items'], fields: readonly string[]): string {
  const head = fields.map((field) => titleOf(listing, field))
  const rows = rowsOf(fields, items).map((row) =>
    row.map((cell, column) => wordFor(listing, fields[column] ?? '', cell === null ? '' : String(cell))),
  )
  return textTable(head, rows)
}

/** A table of plain letters: columns as wide as what stands in them. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => all.reduce((widest, row) => Math.max(widest, lengthOf(row[column] ?? '')), 0))
  return [head, widths.map((width) => '-'.repeat(width)), ...rows]
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function titleOf({ item, parts }: Listing, column: string): string {
  const [field = '', part] = column.split('.')
  return (part && parts?.[field]?.[part]) || String(item.shape[field]?.meta()?.title ?? column)
}

function wordFor({ words }: Listing, field: string, cell: string): string {
  return words?.[field]?.[cell] ?? cell
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - lengthOf(cell)))
}
