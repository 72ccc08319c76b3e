import { createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { StartRefused } from '../launcher/refusal.ts'

const fewestCharacters = 32

/** The operator's key: from a file where one is named, else from the environment. Never made by us: it must not live here. */
export async function readBackupKey(given: string | undefined, keyFile?: string): Promise<string> {
  const key = (keyFile === undefined ? given : await readKeyFile(keyFile))?.trim()
  if (!key) {
    throw new StartRefused(
      'Chưa có khóa sao lưu (backup key). Hãy tạo bằng `openssl rand -base64 48`, đặt vào biến KHEO_BACKUP_KEY hoặc một tệp cho --key-file, ' +
        'và cất thêm một bản ở nơi khác: mất khóa thì không ai mở được bản sao lưu.',
    )
  }
  if (key.length < fewestCharacters) {
    throw new StartRefused(`Khóa sao lưu (KHEO_BACKUP_KEY, --key-file) phải dài ít nhất ${fewestCharacters} ký tự.`)
  }
  return key
}

async function readKeyFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: { code?: string }) => {
    throw new StartRefused(`Không đọc được tệp khóa ${path} (${error.code ?? 'cannot read'}).`)
  })
}

/** A secret that is not in the backup, known again by a keyed mark: enough to say that another one stands there now. */
export type SecretMark = { name: string; salt: string; mark: string }

export function markOf(name: string, secret: string, salt = randomBytes(16).toString('hex')): SecretMark {
  const mark = createHmac('sha256', secret).update(`kheo backup: ${name} ${salt}`).digest('hex').slice(0, 32)
  return { name, salt, mark }
}

export function isSameSecret(mark: SecretMark, secret: string): boolean {
  return markOf(mark.name, secret, mark.salt).mark === mark.mark
}
