import { guardFromEnvironment, withAccess } from '#modules/access/access.server.ts'
import {
  cliAccounts,
  cliAudit,
  cliCode,
  cliCreateAdministrator,
  cliResetAdministrator,
  type CliAnswer,
} from '#modules/access/cli.server.ts'
import { programVersion } from './backup.ts'
import { cliBackup, cliRestore } from './backup-commands.ts'
import { cliBoundaries } from './boundary-commands.ts'
import { cliCube } from './cube-command.ts'
import { openFigureList, openRebaseList, openUnitList } from './open-data.ts'
import { appliedMigrations, borrowInstallation, installationSettings } from './installation.ts'
import { answerListCommand } from '#platform/api/command.ts'
import type { OpenList } from '#platform/api/endpoint.ts'
import { openDatabase, type Db } from '#platform/database.ts'
import { embeddedHolder } from '#platform/launcher.ts'
import { StartRefused } from '#platform/launcher/refusal.ts'
import { cliCalendar, cliDeadline, cliPeriod } from './time-commands.ts'
import { cliRegisterCheck } from './register-commands.ts'
import { cliJobs, cliMail, cliRetention, cliVault } from './operator.ts'

/** Where a command stands: settings always, a database only when it asked for one. */
type Context = {
  dataDir: string
  databaseUrl: string | undefined
  exampleData: boolean
  /** One line on stderr: stdout carries only the answer. */
  say(sentence: string): void
  answer(text: string): void
}
type WithDatabase = Context & { url: string; secret: string }

type Command = { name: string; usage: string; purpose: string } & (
  | { needsDatabase: false; run(args: string[], context: Context): Promise<void> }
  | { needsDatabase: true; run(args: string[], context: WithDatabase): Promise<void> }
)

/** The command was called in a way it does not understand: exit code 2, and its usage. */
class BadInput extends Error {}

const commands: Command[] = [
  { name: 'help', usage: 'help', purpose: 'các lệnh có thể gọi', needsDatabase: false, run: help },
  { name: 'version', usage: 'version', purpose: 'phiên bản của Khéo', needsDatabase: false, run: version },
  {
    name: 'status',
    usage: 'status',
    purpose: 'nơi để dữ liệu, máy chủ, phiên bản lược đồ',
    needsDatabase: false,
    run: status,
  },
  {
    name: 'code',
    usage: 'code <tài khoản ví dụ> | code --secret "<mã bí mật>"',
    purpose: 'sáu chữ số để đăng nhập lúc này',
    needsDatabase: false,
    run: async (args, context) => tell(cliCode(args, new Date()), context),
  },
  {
    name: 'admin',
    usage: 'admin create <tên đăng nhập> <mã tỉnh> --name "<họ và tên>" | admin reset <tên đăng nhập> <lý do>',
    purpose: 'tạo quản trị của một tỉnh, hoặc cấp lại khi quản trị không vào được; in mật khẩu dùng một lần',
    needsDatabase: true,
    run: administrators,
  },
  {
    name: 'accounts',
    usage: 'accounts off-idle',
    purpose: 'tắt các tài khoản lâu không dùng',
    needsDatabase: true,
    run: async (args, context) =>
      tell(await withAccess(asOperated(context), (access) => cliAccounts(access, args, new Date())), context),
  },
  {
    name: 'backup',
    usage: 'backup <tệp> [--key-file <tệp khóa>] | backup --verify <tệp>',
    purpose: 'sao lưu dữ liệu và tệp vào một tệp đã mã hóa; hoặc kiểm tra một bản sao lưu',
    needsDatabase: false,
    run: async (args, context) => tell(await cliBackup(args, context, process.env), context),
  },
  {
    name: 'restore',
    usage: 'restore <tệp> [--key-file <tệp khóa>]',
    purpose: 'phục hồi một bản sao lưu vào cơ sở dữ liệu trống',
    needsDatabase: false,
    run: async (args, context) => tell(await cliRestore(args, context, process.env), context),
  },
  {
    name: 'audit',
    usage: 'audit <mã tỉnh>',
    purpose: 'kiểm tra sổ nhật ký của một tỉnh có bị sửa hay bớt dòng không',
    needsDatabase: true,
    run: async (args, context) => tell(await withAccess(context, (access) => cliAudit(access, args)), context),
  },
  {
    name: 'units',
    usage: 'units [--on <ngày>] [--tree <cây>] [--level <cấp>] [--province <mã>] [--q <tên>] [--json | --csv]',
    purpose: 'đơn vị hành chính vào một ngày (bỏ trống là hôm nay)',
    needsDatabase: true,
    run: (args, context) => askList(openUnitList, args, context),
  },
  {
    name: 'rebase',
    usage: 'rebase --from <ngày> --to <ngày> [--level <cấp>] [--province <mã>] [--unit <mã>] [--json | --csv]',
    purpose: 'số liệu của đơn vị ngày trước đứng ở đơn vị nào vào ngày sau, với phần và cờ',
    needsDatabase: true,
    run: (args, context) => askList(openRebaseList, args, context, true),
  },
  {
    name: 'register',
    usage: 'register check [--against <tệp> [--on <ngày>]]',
    purpose:
      'kiểm tra sổ đơn vị: số đơn vị từng ngày, điều phải luôn đúng, điều chưa rõ; so với một danh sách công khai',
    needsDatabase: true,
    run: registerCheck,
  },
  {
    name: 'boundaries',
    usage:
      'boundaries | boundaries check|load <tệp GeoJSON> [--source "…"] [--licence "…"] [--from <ngày>] [--to <ngày>] [--property <tên>] | boundaries remove <tên tệp>',
    purpose: 'ranh giới chính thức để vẽ bản đồ thay cho ô vuông: xem, kiểm tra, nạp, gỡ',
    needsDatabase: true,
    run: (args, context) => withDatabaseOf(context, (db) => cliBoundaries(db, args, new Date())),
  },
  {
    name: 'figures',
    usage: 'figures [--unit <mã>] [--period <kỳ>] [--indicator <mã>] [--map <ngày>] [--json | --csv]',
    purpose: 'số liệu đã công bố, ví dụ --unit vi-du --period 2026-q2',
    needsDatabase: true,
    run: (args, context) => askList(openFigureList, args, context),
  },
  {
    name: 'cube',
    usage:
      'cube --indicators <mã, công thức> [--by <chia theo>] [--unit <mã>] [--level <cấp>] [--year <năm> | --period <kỳ>] [--map <ngày>] [--from any] [--json | --csv]',
    purpose: 'số liệu đã công bố cộng theo đơn vị và kỳ, ví dụ --indicators F01,F02 --by province,month --year 2026',
    needsDatabase: true,
    run: (args, context) => withDatabaseOf(context, (db) => cliCube(context.url, db, args, new Date())),
  },
  {
    name: 'period',
    usage: 'period "<kỳ>" [--json]',
    purpose: 'hiểu một kỳ báo cáo gõ bằng chữ, ví dụ "9 tháng 2020": hai ngày, kỳ trước, cùng kỳ năm trước',
    needsDatabase: false,
    run: async (args, context) => tell(cliPeriod(args), context),
  },
  {
    name: 'calendar',
    usage: 'calendar <năm> [--province <mã tỉnh>] [--json]',
    purpose: 'lịch làm việc của một năm: nghỉ lễ, nghỉ bù, hoán đổi, làm bù; chính thức hay ước tính',
    needsDatabase: true,
    run: (args, context) => withDatabaseOf(context, (db) => cliCalendar(db, args, new Date())),
  },
  {
    name: 'deadline',
    usage: 'deadline --from <ngày> --working-days <số> | --days <số> [--province <mã tỉnh>] [--legal] [--json]',
    purpose: 'ngày hết hạn theo lịch làm việc; --legal từ chối năm mới chỉ ước tính',
    needsDatabase: true,
    run: (args, context) => withDatabaseOf(context, (db) => cliDeadline(db, args, new Date())),
  },
  {
    name: 'jobs',
    usage: 'jobs [retry <số>]',
    purpose: 'việc nền đã hỏng: số, tên, loại lỗi; retry để làm lại',
    needsDatabase: true,
    run: async (args, context) => tell(await cliJobs(context, args), context),
  },
  {
    name: 'mail',
    usage: 'mail',
    purpose: 'thử nối với máy chủ thư, không gửi gì',
    needsDatabase: false,
    run: async (args, context) => tell(await cliMail(args, process.env), context),
  },
  {
    name: 'retention',
    usage: 'retention [--dry-run]',
    purpose: 'xoá những gì đã quá hạn lưu; --dry-run chỉ đếm',
    needsDatabase: true,
    run: async (args, context) => tell(await cliRetention(context, args, new Date()), context),
  },
  {
    name: 'vault',
    usage: 'vault [rotate]',
    purpose: 'khoá của két dữ liệu cá nhân; rotate mã hoá lại tất cả bằng khoá mới',
    needsDatabase: true,
    run: async (args, context) => tell(await cliVault(context, args, process.env), context),
  },
]

process.exitCode = await call(process.argv.slice(2))

async function call([name = 'help', ...args]: string[]): Promise<0 | 1 | 2> {
  const command = commands.find((candidate) => candidate.name === (name === '--help' ? 'help' : name))
  const settings = installationSettings(process.env)
  const context: Context = {
    dataDir: settings.dataDir,
    databaseUrl: settings.databaseUrl,
    exampleData: settings.exampleData,
    say: (sentence) => void process.stderr.write(`${sentence}\n`),
    answer: (text) => void process.stdout.write(`${text}\n`),
  }
  if (!command) {
    context.say(`Không có lệnh "${name}". Xem các lệnh: npm run -s kheo -- help`)
    return 2
  }
  try {
    if (command.needsDatabase) await runWithDatabase(command, args, context)
    else await command.run(args, context)
    return 0
  } catch (error) {
    if (error instanceof BadInput) {
      context.say(`${error.message ? `${error.message} ` : ''}Cách gọi: npm run -s kheo -- ${command.usage}`)
      return 2
    }
    context.say(failureText(error))
    return 1
  }
}

/** A refusal is its own explanation; anything else is a bug, and the stack is for whoever mends it. */
function failureText(error: unknown): string {
  if (error instanceof StartRefused) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function runWithDatabase(
  command: Extract<Command, { needsDatabase: true }>,
  args: string[],
  context: Context,
): Promise<void> {
  const { dataDir, databaseUrl, exampleData } = context
  const installation = await borrowInstallation({
    dataDir,
    exampleData,
    ...(databaseUrl ? { databaseUrl } : {}),
    onProgress: context.say,
  })
  const stopOnSignal = (): void => void installation.stop().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopOnSignal)
  try {
    await command.run(args, { ...context, url: installation.url, secret: installation.secret })
  } finally {
    await installation.stop()
  }
}

async function help(args: string[], context: Context): Promise<void> {
  expectNone(args)
  const width = Math.max(...commands.map((command) => command.usage.length))
  const lines = commands.map((command) => `  ${command.usage.padEnd(width)}   ${command.purpose}`)
  context.answer(['npm run -s kheo -- <lệnh>', '', ...lines].join('\n'))
}

async function version(args: string[], context: Context): Promise<void> {
  expectNone(args)
  context.answer(await programVersion())
}

async function status(args: string[], context: Context): Promise<void> {
  expectNone(args)
  const holder = context.databaseUrl ? undefined : await embeddedHolder(context.dataDir)
  const url = context.databaseUrl ?? holder?.url
  const schema = url ? ((await appliedMigrations(url)).at(-1) ?? 'chưa có bảng nào') : 'chưa biết (máy chủ chưa chạy)'
  context.answer(
    [
      `Dữ liệu:   ${context.dataDir}`,
      `Máy chủ:   ${context.databaseUrl ? 'PostgreSQL bên ngoài (DATABASE_URL)' : serverLine(holder)}`,
      `Lược đồ:   ${schema}`,
    ].join('\n'),
  )
}

async function administrators([verb, ...args]: string[], context: WithDatabase): Promise<void> {
  if (verb !== 'create' && verb !== 'reset') throw new BadInput('')
  const command = verb === 'create' ? cliCreateAdministrator : cliResetAdministrator
  tell(await withAccess(context, (access) => command(access, args, new Date())), context)
}

/** With the numbers that the operator set for the server, so that both turn off the same accounts. */
function asOperated({ url, secret }: WithDatabase): Parameters<typeof withAccess>[0] {
  return { url, secret, guard: guardFromEnvironment(process.env) }
}

function registerCheck(args: string[], context: WithDatabase): Promise<void> {
  return withDatabaseOf(context, async (db) => {
    const { report, ...answer } = await cliRegisterCheck(db, args, new Date())
    if (answer.exit === 1) context.answer(report)
    return answer
  })
}

function askList(list: OpenList, args: string[], context: WithDatabase, asArray = false): Promise<void> {
  return withDatabaseOf(context, (db) => answerListCommand(list, args, db, new Date(), asArray))
}

async function withDatabaseOf(context: WithDatabase, ask: (db: Db) => Promise<CliAnswer>): Promise<void> {
  const db = openDatabase(context.url, { max: 1 })
  try {
    tell(await ask(db), context)
  } finally {
    await db.destroy()
  }
}

function tell(answer: CliAnswer, context: Context): void {
  if (answer.exit === 0) return context.answer(answer.stdout)
  throw answer.exit === 2 ? new BadInput(answer.stderr) : new StartRefused(answer.stderr)
}

function serverLine(holder: Awaited<ReturnType<typeof embeddedHolder>>): string {
  if (!holder) return 'PostgreSQL đi kèm, chưa chạy'
  const holds = holder.purpose === 'serve' ? 'npm start' : 'một lệnh'
  return `PostgreSQL đi kèm, ${holder.url ? 'đang chạy' : 'đang khởi động'} (${holds}, pid ${holder.pid})`
}

function expectNone(args: string[]): void {
  if (args.length > 0) throw new BadInput(`Lệnh này không nhận thêm "${args.join(' ')}".`)
}
