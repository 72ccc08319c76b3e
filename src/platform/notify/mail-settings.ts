import { StartRefused } from '../launcher/refusal.ts'
import { parseAddress } from './address.ts'
import { quietFromEnvironment, type QuietHours } from './quiet.ts'

/** How this installation sends mail; null where it was not told a server, and then mail is not offered. */
export type MailSettings = {
  server: { host: string; port: number; secure: boolean; loopback: boolean; user: string; password: string }
  from: { name: string; address: string }
  /** Where links in a mail lead: `https://dan-van.example`. */
  origin: string
  quiet: QuietHours
  /** The least time between two mails to one person; what comes meanwhile stands in the next. */
  gapMinutes: number
}

/** KHEO_SMTP_URL, KHEO_MAIL_FROM, KHEO_ORIGIN, KHEO_QUIET_HOURS, KHEO_MAIL_GAP_MINUTES; refused in words at start. */
export function mailFromEnvironment(env: Record<string, string | undefined>): MailSettings | null {
  const quiet = quietFromEnvironment(env)
  const gapMinutes = gapFrom(env['KHEO_MAIL_GAP_MINUTES'])
  const url = env['KHEO_SMTP_URL']
  if (!url) return null
  return {
    server: serverFrom(url),
    from: senderFrom(env['KHEO_MAIL_FROM'] ?? ''),
    origin: originFrom(env['KHEO_ORIGIN'] ?? ''),
    quiet,
    gapMinutes,
  }
}

function serverFrom(text: string): MailSettings['server'] {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || url.search || !/^\/?$/.test(url.pathname)) {
    // Never the address itself: it holds a password.
    throw new StartRefused(
      'KHEO_SMTP_URL phải có dạng smtps://tài-khoản:mật-khẩu@máy-chủ:465 hoặc smtp://…:587 (không kèm tham số sau dấu ?).',
    )
  }
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    loopback: host === 'localhost' || host === '::1' || host.startsWith('127.'),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  }
}

function senderFrom(text: string): MailSettings['from'] {
  const read = /^\s*(?:([^<>"\r\n]*?)\s*<([^<>]+)>|([^<>\s]+))\s*$/.exec(text.normalize('NFC'))
  const address = parseAddress(read?.[2] ?? read?.[3] ?? '')
  if (!address) {
    throw new StartRefused('KHEO_MAIL_FROM phải là địa chỉ gửi, ví dụ: Khéo <khong-tra-loi@dan-van.example>.')
  }
  return { name: read?.[1] || 'Khéo', address }
}

function originFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
    throw new StartRefused(
      'Gửi thư cần KHEO_ORIGIN là địa chỉ người dùng mở hệ thống, ví dụ https://dan-van.example, để đặt đường dẫn trong thư.',
    )
  }
  return url.origin
}

function gapFrom(text: string | undefined): number {
  if (!text) return 30
  if (!/^\d{1,4}$/.test(text)) throw new StartRefused(`KHEO_MAIL_GAP_MINUTES phải là số phút, đang là “${text}”.`)
  return Number(text)
}
