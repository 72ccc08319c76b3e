import { verifyChain } from '#platform/audit.ts'
import type { Access } from './access.server.ts'
import { createAdministrator } from './administration.server.ts'
import { exampleCode } from './example.server.ts'
import { exampleAccounts } from './example.ts'
import { accountForm, readForm, readSignInName } from './forms.ts'
import { refusalText, resetReasonLabel, resetReasons } from './labels.ts'
import { rescueAdministrator } from './resetting.server.ts'
import { provinceOf } from './store.server.ts'
import { turnOffIdle } from './tasks.server.ts'
import { codeOfStep, fromBase32, stepAt } from './totp.server.ts'

/** What a command of the cli answers: one text for stdout, or one sentence for stderr; 0 done, 1 failed, 2 bad input. */
export type CliAnswer = { exit: 0; stdout: string } | { exit: 1 | 2; stderr: string }

/**
 * `kheo code xa.songxanh`: the six digits of the moment for an example account.
 * `kheo code --secret "ABCD EFGH …"`: for the operator who holds a secret on paper. Needs no database.
 */
export function cliCode(args: readonly string[], now: Date): CliAnswer {
  const [word = '', secret] = args
  if (word === '--secret' && secret) return { exit: 0, stdout: codeOfStep(fromBase32(secret), stepAt(now)) }
  const code = exampleCode(word.toLowerCase(), now)
  if (code) return { exit: 0, stdout: code }
  const names = exampleAccounts.map((account) => account.signInName).join(', ')
  return {
    exit: 2,
    stderr: word ? `“${word}” không phải tài khoản ví dụ. Có: ${names}.` : 'Thiếu tên tài khoản, ví dụ xa.songxanh.',
  }
}

/** `kheo admin create quantri.tinh vi-du --name "Đỗ Văn Nháp"`: prints the one-time password. */
export async function cliCreateAdministrator(access: Access, args: readonly string[], now: Date): Promise<CliAnswer> {
  const [signInName, provinceCode, ...rest] = args
  const displayName = rest[0] === '--name' ? rest[1] : undefined
  if (!signInName || !provinceCode || !displayName) {
    return { exit: 2, stderr: 'Thiếu tên đăng nhập, mã tỉnh hoặc họ và tên.' }
  }
  const form = new FormData()
  form.set('signInName', signInName)
  form.set('displayName', displayName)
  const read = readForm(accountForm.pick({ signInName: true, displayName: true }), form)
  if (!read.ok) return { exit: 2, stderr: Object.values(read.errors).join(' ') }
  const outcome = await createAdministrator(access, now, { ...read.value, provinceCode })
  if (outcome.ok) return { exit: 0, stdout: outcome.value.oneTimePassword }
  return { exit: 1, stderr: outcome.kind === 'refused' ? refusalText(outcome.refusal) : 'Không làm được việc này.' }
}

/** `kheo admin reset quantri.tinh phone-lost`: when the last administrator is locked out; prints the one-time password. */
export async function cliResetAdministrator(access: Access, args: readonly string[], now: Date): Promise<CliAnswer> {
  const [typed, word, ...rest] = args
  const reason = resetReasons.find((one) => one === word)
  if (!typed || !reason || rest.length > 0) {
    const reasons = resetReasons.map((one) => `${one} (${resetReasonLabel[one].toLowerCase()})`).join(', ')
    return { exit: 2, stderr: `Cần tên đăng nhập và một lý do: ${reasons}.` }
  }
  const outcome = await rescueAdministrator(access, now, readSignInName(typed), reason)
  if (outcome.ok) return { exit: 0, stdout: outcome.value.oneTimePassword ?? '' }
  return {
    exit: 1,
    stderr: outcome.kind === 'refused' ? refusalText(outcome.refusal) : `Không có tài khoản “${typed}”.`,
  }
}

/** `kheo accounts off-idle`: turns off what was not used for 45 days (or what the operator set), in every province. */
export async function cliAccounts(access: Access, args: readonly string[], now: Date): Promise<CliAnswer> {
  const [verb, ...rest] = args
  if (verb !== 'off-idle' || rest.length > 0) return { exit: 2, stderr: '' }
  const answers = await turnOffIdle(access, now)
  const count = answers.reduce((sum, { turnedOff }) => sum + turnedOff, 0)
  const days = access.guard.daysUntilOff
  return { exit: 0, stdout: `Đã tắt ${count} tài khoản quá ${days} ngày không dùng` }
}

/** `kheo audit vi-du`: whether a row of the province's audit was changed or taken out since it was written. */
export async function cliAudit(access: Access, args: readonly string[]): Promise<CliAnswer> {
  const [code, ...rest] = args
  if (!code || rest.length > 0) return { exit: 2, stderr: 'Cần đúng một mã tỉnh.' }
  const province = await provinceOf(access.db, code)
  if (!province) return { exit: 1, stderr: refusalText({ code: 'unknown-province', typed: code }) }
  const chain = await verifyChain(access.db, province)
  if ('rows' in chain) return { exit: 0, stdout: `Sổ nhật ký nguyên vẹn: ${chain.rows} dòng` }
  return { exit: 1, stderr: `Sổ nhật ký không còn nguyên vẹn: mắt xích đầu tiên bị đứt là dòng ${chain.brokenAt}.` }
}
