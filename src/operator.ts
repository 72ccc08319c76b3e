import type { CliAnswer } from '#modules/access/cli.server.ts'
import { openAuthDb } from '#modules/access/identity.server.ts'
import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { openDatabase } from '#platform/database.ts'
import { failedJobs, retryJob } from '#platform/jobs/failed.ts'
import { StartRefused } from '#platform/launcher/refusal.ts'
import { mailFaultText } from '#platform/notify/labels.ts'
import { mailFromEnvironment } from '#platform/notify/mail-settings.ts'
import { openSender } from '#platform/notify/sender.ts'
import { eraseExpired, retentionLines } from '#platform/retention/retention.ts'
import { rotateVault, vaultCounts } from '#platform/vault/keys.ts'
import { ringPlace } from '#platform/vault/ring.ts'
import { allErasers } from './tasks.ts'

type Environment = Record<string, string | undefined>

/** `kheo jobs`: what failed; `kheo jobs retry 17`: tries it again from now on. */
export async function cliJobs({ url }: { url: string }, args: readonly string[]): Promise<CliAnswer> {
  const [verb, id, ...rest] = args
  if (verb === 'retry' && id && rest.length === 0) {
    if (await retryJob(url, id)) return { exit: 0, stdout: `Việc ${id} sẽ được làm lại ngay.` }
    return { exit: 1, stderr: `Không có việc ${id} đang chờ: đã xong, đang làm, hoặc số chưa đúng.` }
  }
  if (verb !== undefined) return { exit: 2, stderr: '' }
  const failed = await failedJobs(url)
  if (failed.length === 0) return { exit: 0, stdout: 'Không có việc nền nào hỏng.' }
  const lines = failed.map((job) => {
    const next = job.nextAt ? `thử lại lúc ${moment(job.nextAt)}` : 'đã thôi thử'
    return `${job.id}  ${job.task}  ${job.fault}  lần ${job.attempts}/${job.ofAttempts}  ${next}`
  })
  return { exit: 0, stdout: lines.join('\n') }
}

/** `kheo mail`: whether the mail server lets us in, in a sentence. */
export async function cliMail(args: readonly string[], env: Environment): Promise<CliAnswer> {
  if (args.length > 0) return { exit: 2, stderr: '' }
  const settings = mailFromEnvironment(env)
  if (!settings)
    return { exit: 1, stderr: 'Chưa đặt KHEO_SMTP_URL: hệ thống không gửi thư, thông báo chỉ có trong phần mềm.' }
  const sender = openSender(settings)
  try {
    const fault = await sender.check()
    if (!fault) return { exit: 0, stdout: `Máy chủ thư ${settings.server.host}:${settings.server.port} nhận kết nối.` }
    return { exit: 1, stderr: mailFaultText(fault) ?? fault }
  } finally {
    sender.close()
  }
}

/** `kheo retention`: erases what is past its months, as the night does; `--dry-run` only counts. */
export async function cliRetention(
  { url, dataDir }: { url: string; dataDir: string },
  args: readonly string[],
  now: Date,
): Promise<CliAnswer> {
  const dryRun = args[0] === '--dry-run'
  if (args.length > 1 || (args.length === 1 && !dryRun)) return { exit: 2, stderr: '' }
  const db = openDatabase(url, { max: 2 })
  const authDb = openAuthDb(url, 1)
  try {
    const erased = await eraseExpired(db, allErasers(authDb, dataDir), now, dryRun)
    const lines = (await retentionLines(db)).map(({ kind, months, verified }) => {
      const count = erased.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0)
      const basis = verified ? '' : '  (căn cứ chưa đọc bản gốc)'
      return `${kind.padEnd(16)} ${String(months).padStart(3)} tháng  ${count} ${dryRun ? 'sẽ xoá' : 'đã xoá'}${basis}`
    })
    return { exit: 0, stdout: lines.join('\n') }
  } finally {
    await db.destroy()
    await authDb.destroy()
  }
}

/** `kheo vault`: which keys encrypted how much; `kheo vault rotate`: everything with the key in use. */
export async function cliVault(
  { url, dataDir }: { url: string; dataDir: string },
  args: readonly string[],
  env: Environment,
): Promise<CliAnswer> {
  const place = ringPlace(dataDir, env['KHEO_VAULT_KEY'])
  const [verb, ...rest] = args
  if (rest.length > 0 || (verb !== undefined && verb !== 'rotate')) return { exit: 2, stderr: '' }
  try {
    if (verb === 'rotate') {
      const { key, items } = await rotateVault(url, place)
      return {
        exit: 0,
        stdout: `Đã mã hoá lại ${items} mục bằng khoá “${key}”. Giữ các khoá cũ cho đến khi mọi bản sao lưu cũ hết hạn.`,
      }
    }
    const counts = await vaultCounts(url, place)
    const lines = counts.map(({ key, items, inUse }) => `${key}  ${items} mục${inUse ? '  (đang dùng)' : ''}`)
    return { exit: 0, stdout: lines.join('\n') || 'Két chưa có mục nào.' }
  } catch (error) {
    if (error instanceof StartRefused) return { exit: 1, stderr: error.message }
    throw error
  }
}

function moment(at: Date): string {
  return `${timeInVietnam(at)} ngày ${formatDay(dayInVietnam(at))}`
}
