import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { CliAnswer } from '#modules/access/cli.server.ts'
import { dayInVietnam, parseLocalDate } from '#kernel/local-date.ts'
import {
  checkBoundaries,
  loadBoundaries,
  loadedBoundaries,
  removeBoundaries,
  type BoundaryRefusal,
  type LoadedBoundaries,
} from '#modules/territory/boundaries.server.ts'
import { sayNothing, type SaidOfFile } from '#modules/territory/boundary-file.ts'
import { problemLines } from '#modules/territory/boundary-words.ts'
import { inScope, type Db } from '#platform/database.ts'

/** What was asked of `boundaries`; null when it was not understood. */
export type BoundariesAsked =
  { verb: 'list' } | { verb: 'remove'; name: string } | { verb: 'check' | 'load'; file: string; said: SaidOfFile }

export function readBoundariesArguments(args: readonly string[]): BoundariesAsked | null {
  const [verb = 'list', file, ...rest] = args
  if (verb === 'list') return file === undefined ? { verb } : null
  if (file === undefined || file.startsWith('--')) return null
  if (verb === 'remove') return rest.length === 0 ? { verb, name: file } : null
  if (verb !== 'check' && verb !== 'load') return null
  const said = readSaid(rest)
  return said && { verb, file, said }
}

function readSaid(args: readonly string[]): SaidOfFile | null {
  const said = { ...sayNothing }
  for (let at = 0; at < args.length; at += 2) {
    const [option, value] = [args[at], args[at + 1]?.trim()]
    if (!value) return null
    const day = parseLocalDate(value)
    if (option === '--source') said.source = value
    else if (option === '--licence') said.licence = value
    else if (option === '--property') said.property = value
    else if (option === '--from' && day) said.from = day
    else if (option === '--to' && day) said.until = day
    else return null
  }
  return said
}

/** `kheo boundaries`: what is loaded; check a file, load it, take it back. */
export async function cliBoundaries(db: Db, args: readonly string[], now: Date): Promise<CliAnswer> {
  const asked = readBoundariesArguments(args)
  if (!asked) return { exit: 2, stderr: '' }
  if (asked.verb === 'list') return { exit: 0, stdout: listText(await inScope(db, scope, loadedBoundaries)) }
  if (asked.verb === 'remove') return removed(db, asked.name)
  const text = await textOf(asked.file)
  if (typeof text !== 'string') return text
  const ask = asked.verb === 'check' ? checkBoundaries : loadBoundaries
  const name = basename(asked.file)
  const outcome = await inScope(db, scope, (tx) => ask(tx, name, text, asked.said, dayInVietnam(now)))
  if (!outcome.ok) return { exit: 1, stderr: refusalText(name, outcome.refusal) }
  const { units, source, licence } = outcome.value
  const what = `${units} đơn vị; nguồn: ${source}; giấy phép: ${licence}`
  const stdout =
    asked.verb === 'check'
      ? `Tệp ${name} nạp được: ${what}.`
      : `Đã nạp ${name}: ${what}. Bản đồ vẽ ranh giới này khi mọi đơn vị trên bản đồ đều có.`
  return { exit: 0, stdout }
}

const scope = { reach: 'public' } as const

/** Greater files do not fit into the memory of a small machine beside the server. */
const mostBytes = 64 * 1024 * 1024

async function textOf(file: string): Promise<string | CliAnswer> {
  const path = resolve(process.env['INIT_CWD'] ?? '.', file)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return { exit: 1, stderr: `Không đọc được tệp ${file}. Xin kiểm tra đường dẫn.` }
  if (found.size > mostBytes) {
    return {
      exit: 1,
      stderr: `Tệp ${basename(file)} lớn hơn 64 MB. Xin đơn giản hóa ranh giới hoặc chia thành nhiều tệp.`,
    }
  }
  return readFile(path, 'utf8')
}

async function removed(db: Db, name: string): Promise<CliAnswer> {
  const was = await inScope(db, scope, (tx) => removeBoundaries(tx, name))
  if (was) return { exit: 0, stdout: `Đã gỡ ${name} (${was.units} đơn vị). Bản đồ lại vẽ ô vuông.` }
  return { exit: 1, stderr: `Không có tệp ranh giới nào tên "${name}". Xem các tệp: npm run -s kheo -- boundaries` }
}

function listText(files: readonly LoadedBoundaries[]): string {
  if (files.length === 0) return 'Chưa nạp ranh giới nào; bản đồ vẽ ô vuông.'
  return files.map(({ name, units, source, licence }) => `${name}: ${units} đơn vị; ${source}; ${licence}`).join('\n')
}

function refusalText(name: string, refusal: BoundaryRefusal): string {
  const lines = refusal.code === 'wrong' ? problemLines(refusal.problems) : takenLines(refusal.taken)
  return [`Chưa nạp tệp ${name}, không có gì thay đổi.`, ...lines.map((line) => `  ${line}`)].join('\n')
}

function takenLines(taken: readonly { unit: string; file: string }[]): string[] {
  const files = [...new Set(taken.map(({ file }) => file))]
  return files.map((file) => {
    const units = taken.filter((one) => one.file === file).map(({ unit }) => unit)
    const more = units.length > 5 ? ` và ${units.length - 5} đơn vị khác` : ''
    return `Tệp ${file} đã có ranh giới cùng ngày của ${units.slice(0, 5).join(', ')}${more}. Xin gỡ trước: boundaries remove ${file}`
  })
}
