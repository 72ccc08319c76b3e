/** The installation cannot start, and the message is the whole explanation: shown alone, without a stack. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}

const useOwnServer = 'Hoặc đặt biến DATABASE_URL để dùng một máy chủ PostgreSQL (từ bản 15) có sẵn.'

/** One sentence for a fault of the machine that the operator can mend; anything else stays the bug it is. */
export function refusalFor(error: unknown, place: string): unknown {
  if (error instanceof StartRefused) return error
  const code = (error as { code?: unknown } | null)?.code
  const sentence = sentenceFor(typeof code === 'string' ? code : String(error), place)
  return sentence ? new StartRefused(sentence) : error
}

/** Reads an error code of Node, or what initdb and postgres printed. */
export function sentenceFor(evidence: string, place: string): string | undefined {
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(evidence)) {
    return `Hết chỗ trên đĩa (disk full) ở ${place}. Hãy giải phóng chỗ trống rồi chạy lại; dữ liệu đã lưu còn nguyên.`
  }
  if (/EROFS|Read-only file system/.test(evidence)) {
    return `Thư mục ${place} chỉ đọc được (read-only), không ghi dữ liệu được. Hãy đặt KHEO_DATA là một thư mục ghi được.`
  }
  if (/EACCES|EPERM|Permission denied/.test(evidence)) {
    return `Không có quyền đọc hoặc ghi (permission denied) trong ${place}. Hãy chạy bằng tài khoản sở hữu thư mục này, hoặc đặt KHEO_DATA là thư mục khác.`
  }
  if (/ENOTDIR|EEXIST/.test(evidence)) {
    return `${place} không phải là thư mục (not a directory). Hãy đặt KHEO_DATA là một thư mục.`
  }
  return undefined
}

export function noPrograms(reason: string): StartRefused {
  return new StartRefused(`Không chạy được PostgreSQL đi kèm: ${reason}. ${useOwnServer}`)
}
