import type { Certificate } from '#kernel/certificate.ts'
import { text, type OfficialDocument, type Row } from '#kernel/document.ts'

/** `Chủ tịch Ủy ban nhân dân {unit}` with the unit's name, in capitals as it is printed. */
export function issuerIn(pattern: string, unitName: string): string {
  const within = unitName.charAt(0).toLocaleLowerCase('vi') + unitName.slice(1)
  return pattern.replace('{unit}', within).toLocaleUpperCase('vi')
}

/** `Xã Sông Xanh` is signed at `Sông Xanh`. */
export function placeOf(unitName: string): string {
  return unitName.replace(/^(Xã|Phường|Đặc khu|Thị trấn|Tỉnh|Thành phố)\s+/u, '')
}

/** The list that somebody reads through before the good paper is put into the printer. */
export function proofSheet(certificates: readonly Certificate[], unitName: string): OfficialDocument {
  return {
    layout: 'note',
    language: 'vi',
    issuer: { superior: null, body: unitName },
    number: { symbol: '', assigned: null },
    place: '',
    day: null,
    typeName: 'TỜ DÒ TRƯỚC KHI IN GIẤY',
    subject: `${certificates.length} giấy, ${unitName}`,
    blocks: [
      {
        kind: 'note',
        runs: [text('Có họ tên cá nhân: dò xong xin hủy. Sửa tên, thành tích ở hồ sơ rồi in lại tờ này.')],
      },
      {
        kind: 'table',
        columns: [
          { title: 'TT', align: 'centre', share: 4 },
          { title: 'Số vào sổ', align: 'centre', share: 9 },
          { title: 'Ghi trên giấy', align: 'left', share: 28 },
          { title: 'Dòng dưới tên', align: 'left', share: 20 },
          { title: 'Thành tích', align: 'left', share: 30 },
          { title: 'Quyết định', align: 'left', share: 16 },
        ],
        rows: certificates.map((it, at): Row => ({
          kind: 'cells',
          cells: [
            String(at + 1),
            it.book.replace('Số vào sổ: ', ''),
            it.recipient,
            it.about,
            it.achievement,
            it.decision.replace('Quyết định số ', ''),
          ].map(text),
        })),
      },
    ],
    signature: { rights: [], title: '', name: null },
    recipients: [],
  }
}
