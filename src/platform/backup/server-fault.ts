import { StartRefused } from '../launcher/refusal.ts'

const sentences: Record<string, string> = {
  // Also what row security says to a login that would be shown only some of the rows.
  '42501':
    'Tài khoản trong DATABASE_URL không đủ quyền trên mọi bảng (permission denied). Hãy dùng tài khoản đã cập nhật cơ sở dữ liệu (migrate), không dùng kheo_app.',
  '53100': 'Máy chủ PostgreSQL hết chỗ trên đĩa (disk full). Hãy giải phóng chỗ trống ở máy chủ rồi chạy lại.',
}

/** A fault of the server that the operator can mend, as one sentence; anything else stays the bug it is. */
export function serverFault(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  const sentence = typeof code === 'string' ? sentences[code] : undefined
  return sentence ? new StartRefused(sentence) : error
}
