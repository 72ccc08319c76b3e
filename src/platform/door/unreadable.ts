import type { Duplex } from 'node:stream'
import { plainPage, securityHeaders } from './plain-page.ts'

const said: Record<string, { status: string; title: string; sentence: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    title: 'Địa chỉ hoặc phần đầu quá dài',
    sentence: 'Rút ngắn địa chỉ, hoặc xóa cookie của trang này rồi thử lại.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    title: 'Chờ quá lâu',
    sentence: 'Nội dung chưa đến đủ trong một phút. Kiểm tra mạng rồi gửi lại.',
  },
}
const usual = {
  status: '400 Bad Request',
  title: 'Không đọc được yêu cầu này',
  sentence: 'Yêu cầu không đúng quy tắc HTTP. Mở trang bằng trình duyệt, hoặc xem cách dùng API ở /api.',
}

/** What is not HTTP never becomes a request: it gets a sentence all the same, and its connection ends. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, title, sentence } = said[error.code ?? ''] ?? usual
  const body = plainPage(title, [sentence])
  const headers = {
    ...securityHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`)
}
