import type { IncomingMessage } from 'node:http'
import { inMegabytes, mostTogether } from '#kernel/file-kind.ts'

/** The path of a request as it is logged and limited: without its query. */
export function routePath(url: string | undefined): string {
  return (url ?? '/').split('?', 1)[0] ?? '/'
}

/**
 * Whether a path is one of this site and decodes to UTF-8 text. The framework calls the hooks for one that does not, and a redirect thrown there
 * is caught by nobody.
 */
export function isReadableAddress(path: string): boolean {
  try {
    return path.startsWith('/') && !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(path))
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}

export const unreadableAddress = ['Địa chỉ có chỗ không phải chữ UTF-8. Gõ lại địa chỉ, hoặc đi từ trang đầu.'] as const

/** This machine's own names with our port, and the names the operator listed (with or without a port). */
export function isKnownHost(header: string | undefined, known: { port: number; hosts: readonly string[] }): boolean {
  const host = header?.toLowerCase() ?? ''
  if (['localhost', '127.0.0.1', '[::1]'].some((own) => host === `${own}:${known.port}`)) return true
  if (known.port === 80 && ['localhost', '127.0.0.1', '[::1]'].includes(host)) return true
  return known.hosts.includes(host) || known.hosts.includes(host.replace(/:\d+$/, ''))
}

/** The visitor's address and protocol: what a configured proxy says, else what the connection itself is. */
export function clientOf(
  req: IncomingMessage,
  proxies: readonly string[],
): { address: string; protocol: 'http' | 'https' } {
  const peer = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (!proxies.includes(peer)) return { address: peer, protocol: 'http' }
  // Only the last entry was written by the proxy; a visitor can write the ones before it.
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return {
    address: forwarded || peer,
    protocol: req.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http',
  }
}

const kilobyte = 1024

/** The longest body each part of the site takes; the first that fits. */
const limits: readonly (readonly [prefix: string, bytes: number])[] = [
  ['/dang-nhap', 16 * kilobyte],
  ['/dang-xuat', 4 * kilobyte],
  ['/co-chu', 4 * kilobyte],
  ['/desk/tai-khoan', 16 * kilobyte],
  ['/desk', 1024 * kilobyte],
  ['/admin/them-tu-tep', 512 * kilobyte],
  ['/admin/mau-bao-cao/tu-tep', 512 * kilobyte],
  ['/admin/ra-soat', 512 * kilobyte],
  ['/admin', 64 * kilobyte],
  ['/api', 1024 * kilobyte],
]
const usualLimit = 64 * kilobyte

/** Pages that take files, and time for them on a slow line: 25 MB at half a megabit are seven minutes. */
const uploadPages: readonly RegExp[] = [
  /^\/desk\/bao-cao\/[^/]+\/(tai-lieu|excel|mau-rieng\/tep)$/,
  /^\/desk\/bieu-excel$/,
  /^\/desk\/(mo-hinh|kiem-tra|ket-luan|hoi-nghi)\/[^/]+\/tai-lieu$/,
  /^\/desk\/van-ban-chi-dao\/[^/]+\/tep$/,
  /^\/desk\/(cam-ket-doi-thoai|khen-thuong)\/[^/]+$/,
]
const takesFiles = (path: string): boolean => uploadPages.some((page) => page.test(path))
const upload = { bytes: mostTogether + 256 * kilobyte, patience: 10 * 60_000 }
const usualPatience = 60_000

export const largestBody = Math.max(usualLimit, upload.bytes, ...limits.map(([, bytes]) => bytes))
export const longestPatience = Math.max(usualPatience, upload.patience)

export function bodyLimit(path: string): number {
  if (takesFiles(path)) return upload.bytes
  return limits.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? usualLimit
}

/** Ends a request whose body takes longer than its page allows. */
export function hurry(req: IncomingMessage, path: string): void {
  const ms = takesFiles(path) ? upload.patience : usualPatience
  const timer = setTimeout(() => req.complete || req.destroy(), ms).unref()
  req.once('close', () => clearTimeout(timer))
}

/** Beyond this nobody waits for the end of what is refused. */
const mostDrained = 300 * 1024 * kilobyte

/**
 * Whether the rest of a refused body is read and thrown away. A browser whose sending is cut off shows an error of its own,
 * and the sentence that says what to do is never read.
 */
export function mayFinish(req: Pick<IncomingMessage, 'headers'>): boolean {
  const { 'transfer-encoding': hidden, 'content-length': length } = req.headers
  return hidden === undefined && Number(length ?? 0) <= mostDrained
}

export type BodyRefusal = { status: number; title: string; sentences: readonly string[] }

/** Looked at before a byte of the body is read. */
export function bodyRefusal(req: Pick<IncomingMessage, 'headers'>, limit: number): BodyRefusal | null {
  if (req.headers['transfer-encoding'] !== undefined) {
    // Browsers always say how long a form is; what does not cannot be limited before it is read.
    return { status: 411, title: 'Chưa nhận nội dung này', sentences: ['Nội dung gửi lên không nói rõ độ dài.'] }
  }
  if (Number(req.headers['content-length'] ?? 0) <= limit) return null
  return {
    status: 413,
    title: 'Nội dung gửi lên quá lớn',
    sentences: [
      `Trang này nhận nhiều nhất ${inMegabytes(limit)} mỗi lần gửi.`,
      'Bấm nút quay lại của trình duyệt, bớt nội dung rồi gửi lại.',
    ],
  }
}
