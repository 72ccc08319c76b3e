/** A mail as it is sent: plain words twice, for readers with and without HTML. */
export type MailText = { subject: string; text: string; html: string }

type Line = { title: string; path: string }

/** Everything that was told to one person since the last mail. */
export function digestText(lines: readonly Line[], origin: string): MailText {
  const subject = lines.length === 1 ? (lines[0]?.title ?? '') : `${lines.length} thông báo mới về báo cáo dân vận`
  return written(subject, [
    { say: 'Kính gửi ông/bà,' },
    ...lines.map((line) => ({ say: line.title, href: origin + line.path })),
    { say: 'Xem tất cả và đánh dấu đã đọc', href: `${origin}/desk/thong-bao` },
    { say: 'Không muốn nhận thư, hoặc đổi giờ nhận', href: `${origin}/desk/tai-khoan/lien-he` },
    { say: closing },
  ])
}

/** The code that proves that an address is read by its owner. */
export function codeText(code: string, minutes: number, origin: string): MailText {
  return written('Mã xác nhận địa chỉ thư', [
    { say: 'Kính gửi ông/bà,' },
    { say: `Mã xác nhận: ${code}` },
    { say: `Mã dùng được trong ${minutes} phút, gõ tại`, href: `${origin}/desk/tai-khoan/lien-he` },
    { say: 'Nếu ông/bà không yêu cầu, xin bỏ qua thư này: không có gì thay đổi.' },
    { say: closing },
  ])
}

const closing = 'Thư tự động của phần mềm Khéo. Xin không trả lời thư này.'

type Said = { say: string; href?: string }

function written(subject: string, said: readonly Said[]): MailText {
  const body = said.map(({ say, href }) =>
    href ? `<p>${escaped(say)}<br><a href="${escaped(href)}">${escaped(href)}</a></p>` : `<p>${escaped(say)}</p>`,
  )
  return {
    subject: oneLine(subject),
    text: `${said.map(({ say, href }) => (href ? `${say}\n${href}` : say)).join('\n\n')}\n`.normalize('NFC'),
    html: `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>${escaped(oneLine(subject))}</title></head><body>\n${body.join('\n')}\n</body></html>\n`.normalize(
      'NFC',
    ),
  }
}

// A line break would begin another header.
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 180)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
