import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { CliAnswer } from '#modules/access/cli.server.ts'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { dayInVietnam, formatDay, parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { compareLinks, compareUnits, readListed, type Disagreement } from '#modules/territory/register-against.ts'
import { checkRegister, type CheckLine, type ClosingCount } from '#modules/territory/register-check.ts'
import { loadRegister } from '#modules/territory/register.server.ts'
import type { Register } from '#modules/territory/register.ts'
import { inScope, type Db } from '#platform/database.ts'

/** What was asked of `register check`; null when it was not understood. */
export type CheckAsked = { against: string | null; on: LocalDate | null }

export function readCheckArguments(args: readonly string[]): CheckAsked | null {
  const [verb, ...rest] = args
  if (verb !== 'check') return null
  const asked: CheckAsked = { against: null, on: null }
  for (let at = 0; at < rest.length; at += 2) {
    const value = rest[at + 1]
    if (value === undefined) return null
    const day = parseLocalDate(value)
    if (rest[at] === '--against') asked.against = value
    else if (rest[at] === '--on' && day) asked.on = day
    else return null
  }
  return asked.on && !asked.against ? null : asked
}

type Answered = CliAnswer & { report: string }

/** `kheo register check`: the units beside what the law counts, beside themselves and, if asked, beside a public list. */
export async function cliRegisterCheck(db: Db, args: readonly string[], now: Date): Promise<Answered> {
  const asked = readCheckArguments(args)
  if (!asked) return { exit: 2, stderr: '', report: '' }
  const register = await inScope(db, { reach: 'public' }, (tx) => loadRegister(tx))
  return checkedRegister(register, asked, dayInVietnam(now))
}

/** As {@link cliRegisterCheck}, of a register at hand. */
export async function checkedRegister(register: Register, asked: CheckAsked, today: LocalDate): Promise<Answered> {
  const compared = asked.against === null ? null : await comparedWith(register, asked.against, asked.on ?? today)
  if (typeof compared === 'string') return { exit: 2, stderr: compared, report: '' }
  const check = checkRegister(register, await closingCounts(), today)
  const lines = [...check.counts, ...check.invariants]
  const report = [
    ...['Số đơn vị', ...check.counts.map(lineText), ''],
    ...['Điều phải luôn đúng', ...check.invariants.map(lineText), ''],
    ...(await openQuestions()),
    ...(compared ? ['', ...compared.lines] : []),
  ].join('\n')
  const wrong = lines.filter((line) => line.isRight === false).length
  if (wrong > 0) return { exit: 1, stderr: `Sổ đơn vị có ${wrong} chỗ không đúng, xem các dòng “SAI”.`, report }
  if (!compared || compared.found === 0) return { exit: 0, stdout: report, report }
  return { exit: 1, stderr: `Sổ khớp với luật, nhưng khác danh sách này ở ${compared.found} chỗ.`, report }
}

const lineText = ({ text, isRight }: CheckLine): string =>
  `  ${isRight === null ? '–   ' : isRight ? 'đúng' : 'SAI '}  ${text}.`

const facts = join(process.cwd(), 'db', 'register')

async function rowsOf(name: string): Promise<((column: string) => string)[]> {
  const table = readCsv(name, await readFile(join(facts, name), 'utf8'))
  return table.rows.map((row) => namedCells(table, row))
}

async function closingCounts(): Promise<ClosingCount[]> {
  return (await rowsOf('resolution.csv')).map((cell) => ({
    act: cell('number'),
    province: cell('province'),
    total: Number(cell('total')),
    communes: Number(cell('communes')),
    wards: Number(cell('wards')),
    zones: Number(cell('special_zones')),
  }))
}

async function openQuestions(): Promise<string[]> {
  const questions = await rowsOf('open-questions.csv')
  const lines = questions.map((cell) => `  ${cell('count')} · ${cell('sentence')} Ví dụ: ${cell('examples')}.`)
  return [`Điều chưa rõ: ${questions.length} (đủ ở docs/register-discrepancies.md)`, ...lines]
}

const kindText: Record<Disagreement['kind'], string> = {
  'only-theirs': 'liên kết chỉ có trong danh sách',
  'only-ours': 'liên kết chỉ có trong sổ',
  extent: 'toàn bộ hay một phần',
  'unit-only-theirs': 'đơn vị chỉ có trong danh sách',
  'unit-only-ours': 'đơn vị chỉ có trong sổ',
  name: 'tên khác nhau',
}

/** What differs from a file, or the sentence that says why it cannot be compared. */
async function comparedWith(
  register: Register,
  file: string,
  day: LocalDate,
): Promise<{ found: number; lines: string[] } | string> {
  const text = await readFile(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8').catch(() => null)
  if (text === null) return `Không đọc được tệp ${file}. Xin kiểm tra đường dẫn.`
  const listed = readOrNull(file, text)
  if (!listed) {
    return `Tệp ${basename(file)} không phải danh sách đơn vị hay liên kết đọc được. Cần JSON của các bảng công khai, hoặc CSV có cột code,name (đơn vị) hay from,to,extent (liên kết).`
  }
  const found =
    listed.what === 'links' ? compareLinks(register, listed.links) : compareUnits(register, listed.units, day)
  const what =
    listed.what === 'links'
      ? `${listed.links.length} liên kết qua ngày 1/7/2025`
      : `${listed.units.length} đơn vị, so với sổ ngày ${formatDay(day)}`
  const lines = found.map(({ kind, sentence }) => `  ${kindText[kind]}: ${sentence}.`)
  return {
    found: found.length,
    lines: [`So với ${basename(file)} (${what}): khác nhau ${found.length} chỗ.`, ...lines],
  }
}

function readOrNull(file: string, text: string): ReturnType<typeof readListed> {
  try {
    return readListed(file, text)
  } catch {
    // A file that is neither JSON nor CSV: the sentence above says what is needed.
    return null
  }
}
