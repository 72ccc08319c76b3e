/** Every no of the API, once: its HTTP status, and what it means to who writes a program. The words never change again. */
export const apiCodes = {
  'unknown-parameter': { status: 400, means: 'Địa chỉ có một tham số mà đường dẫn này không nhận.' },
  'repeated-parameter': {
    status: 400,
    means: 'Một tham số được ghi hai lần. Nhiều giá trị thì cách nhau bằng dấu phẩy.',
  },
  'bad-parameter': { status: 400, means: 'Giá trị của một tham số không đúng kiểu hoặc ra ngoài giới hạn.' },
  'unknown-value': { status: 400, means: 'Giá trị viết đúng dạng nhưng không có đơn vị, chỉ tiêu nào mang mã đó.' },
  'bad-encoding': { status: 400, means: 'Địa chỉ không phải UTF-8 hợp lệ, hoặc có ký tự điều khiển.' },
  'bad-cursor': { status: 400, means: 'Con trỏ “after” bị sửa, hoặc thuộc về một câu hỏi khác.' },
  'no-such-address': { status: 404, means: 'Không có đường dẫn này trong API.' },
  'not-found': { status: 404, means: 'Đường dẫn đúng, nhưng không có đơn vị hoặc chỉ tiêu mang mã này.' },
  'method-not-allowed': { status: 405, means: 'API chỉ đọc: dùng GET hoặc HEAD.' },
  'not-acceptable': { status: 406, means: 'Không có kiểu nội dung được yêu cầu; chỉ có JSON và CSV.' },
  'address-too-long': { status: 414, means: 'Phần hỏi của địa chỉ dài quá 8.192 ký tự.' },
  'length-required': { status: 411, means: 'Nội dung gửi lên không nói rõ độ dài. API chỉ đọc, đừng gửi nội dung.' },
  'body-too-large': { status: 413, means: 'Nội dung gửi lên quá lớn. API chỉ đọc, đừng gửi nội dung.' },
  'unknown-host': { status: 421, means: 'Tên máy trong yêu cầu không phải của hệ thống này.' },
  starting: { status: 503, means: 'Hệ thống đang khởi động; hỏi lại sau một phút.' },
  'too-many-requests': { status: 429, means: 'Hỏi quá nhiều trong một phút. Chờ đủ số giây trong “Retry-After”.' },
} as const

export type ApiCode = keyof typeof apiCodes

/** `field` is the parameter it is about; `help` says where to read on or what would be taken. */
export type ApiRefusal = { code: ApiCode; message: string; field?: string; help?: string }

export type Read<Value> = { ok: true; value: Value } | { ok: false; refusal: ApiRefusal }

export function refusedAs(code: ApiCode, message: string, more: { field?: string; help?: string } = {}) {
  return { ok: false as const, refusal: { code, message, ...more } }
}

/** What somebody wrote, short enough to stand in a sentence. */
export function quotedShort(text: string): string {
  const characters = [...text]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text
}

const doorCodes: Record<number, ApiCode> = {
  400: 'bad-encoding',
  411: 'length-required',
  413: 'body-too-large',
  421: 'unknown-host',
  503: 'starting',
}

/** A no that the door gives before the application is asked, as a program reads it. */
export function doorRefusal(status: number, message: string): { error: ApiRefusal } {
  const code = doorCodes[status]
  if (!code) throw new Error(`The door gave a status that the API has no code for: ${status}`)
  return { error: { code, message } }
}
