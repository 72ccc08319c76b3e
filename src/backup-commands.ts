import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CliAnswer } from '#modules/access/cli.server.ts'
import type { BackupContents } from '#platform/backup/contents.ts'
import { isSameSecret, readBackupKey } from '#platform/backup/key.ts'
import { readBackup } from '#platform/backup/read.ts'
import { checkBackup, restoreBackup } from '#platform/backup/restore.ts'
import { keptSecret } from '#platform/launcher/secret.ts'
import { backUp, filesFolder, filesPlace } from './backup.ts'
import { borrowDatabase, restoreInto } from './installation.ts'

type Environment = Record<string, string | undefined>
type Where = { dataDir: string; databaseUrl: string | undefined; say(sentence: string): void }
type Wanted = { file: string; key: string; verify: boolean }

/** `kheo backup FILE`: writes one; `kheo backup --verify FILE`: reads one whole and needs no database. */
export async function cliBackup(args: string[], where: Where, env: Environment): Promise<CliAnswer> {
  const wanted = await wantedFrom(args, env)
  if ('exit' in wanted) return wanted
  const { file, key } = wanted
  const began = performance.now()
  if (wanted.verify) {
    const contents = await readBackup(file, key)
    return {
      exit: 0,
      stdout: [`Bản sao lưu ${file} nguyên vẹn.`, ...headLines(contents), ...tableLines(contents)].join('\n'),
    }
  }
  const { dataDir } = where
  const contents = await borrowDatabase(optionsOf(where), (url) =>
    backUp({ url, dataDir, env }, file, key, filesPlace(env, dataDir)),
  )
  const cost = `${size(contents.bytes)}, ${count((performance.now() - began) / 1000)} giây`
  return { exit: 0, stdout: [`Đã sao lưu vào ${file} (${cost}).`, ...headLines(contents), ...notInside].join('\n') }
}

/** `kheo restore FILE`: into an empty database, then up to this version. */
export async function cliRestore(args: string[], where: Where, env: Environment): Promise<CliAnswer> {
  const wanted = await wantedFrom(args, env)
  if ('exit' in wanted) return wanted
  if (wanted.verify) return { exit: 2, stderr: 'Kiểm tra một bản sao lưu bằng: backup --verify <tệp>.' }
  const { file, key } = wanted
  const folder = filesFolder(where.dataDir)
  const contents = await checkBackup({ file, key, onProgress: where.say })
  await restoreInto(optionsOf(where), (url) =>
    restoreBackup(contents, { url, file, key, filesFolder: folder, onProgress: where.say }),
  )
  const secret = await keptSecret(where.dataDir, env['KHEO_SECRET'])
  const lines = [
    `Đã phục hồi từ ${file}; số dòng và tổng kiểm của mọi bảng khớp với bản sao lưu.`,
    ...headLines(contents),
    ...tableLines(contents),
    ...(contents.files.count > 0 ? [`Tệp đã để vào ${folder}.`] : []),
    ...secretLines(contents, secret),
  ]
  return { exit: 0, stdout: lines.join('\n') }
}

async function wantedFrom(args: string[], env: Environment): Promise<Wanted | CliAnswer> {
  const read = readArguments(args)
  const [file, ...rest] = read?.positionals ?? []
  if (!read || !file || rest.length > 0) return { exit: 2, stderr: 'Cần đúng một tệp.' }
  const keyFile = read.values['key-file']
  const key = await readBackupKey(env['KHEO_BACKUP_KEY'], keyFile && fromWhereCalled(keyFile, env))
  return { file: fromWhereCalled(file, env), key, verify: read.values.verify === true }
}

function readArguments(args: string[]) {
  try {
    const options = { 'key-file': { type: 'string' }, verify: { type: 'boolean' } } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')) return undefined
    throw error
  }
}

/** npm runs us in the house's own folder, and tells where the operator stood. */
function fromWhereCalled(path: string, env: Environment): string {
  return resolve(env['INIT_CWD'] ?? '.', path)
}

function optionsOf({ dataDir, databaseUrl, say }: Where) {
  return { dataDir, ...(databaseUrl ? { databaseUrl } : {}), onProgress: say }
}

const notInside = [
  'KHÔNG có trong bản sao lưu: khóa sao lưu, KHEO_SECRET (hoặc tệp secret trong thư mục dữ liệu), khóa két dữ liệu cá nhân (vault).',
  'Hãy cất các khóa đó ở nơi khác: thiếu chúng thì không mở được tệp này, mã đăng nhập hai bước và dữ liệu cá nhân.',
]

function headLines({ head, tables, rows, files }: BackupContents): string[] {
  const held = `  ${tables.length} bảng, ${count(rows)} dòng, ${count(files.count)} tệp (${size(files.bytes)})`
  const made = `  lúc ${head.madeAt}, Khéo ${head.program}, PostgreSQL ${head.server}, lược đồ ${head.migrations.at(-1)?.name}`
  return [made, held, ...(head.files === 'inside' ? [] : [`  ${filesSentence[head.files]}`])]
}

const filesSentence = {
  'left-in-place': 'chỉ có cơ sở dữ liệu: các tệp ở thư mục files của thư mục dữ liệu không nằm trong bản này',
  elsewhere: 'các tệp ở kho S3 không nằm trong bản này: kho đó tự sao lưu',
} as const

function tableLines({ tables }: BackupContents): string[] {
  const width = Math.max(...tables.map((table) => table.name.length))
  return tables.map(
    ({ name, rows, sum }) => `  ${name.padEnd(width)}  ${count(rows).padStart(12)}  ${sum.slice(0, 16)}`,
  )
}

function secretLines({ head }: BackupContents, secret: string | undefined): string[] {
  const mark = head.marks.find(({ name }) => name === 'KHEO_SECRET')
  if (!mark || (secret && isSameSecret(mark, secret))) return []
  const now = secret ? 'hiện không phải khóa lúc sao lưu' : 'chưa có ở nơi này'
  return [
    `CHÚ Ý: KHEO_SECRET ${now}. Trước khi chạy npm start, hãy đặt lại KHEO_SECRET cũ, hoặc chép tệp secret cũ vào thư mục dữ liệu;`,
    'nếu không, không ai đăng nhập được bằng mã hai bước đã đăng ký.',
  ]
}

const shown = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

function count(value: number): string {
  return shown.format(value)
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${count(bytes / 1e3)} KB` : `${count(bytes / 1e6)} MB`
}
