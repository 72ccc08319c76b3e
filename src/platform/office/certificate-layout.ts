import { ruled, type Ruled } from './layout.ts'

/** A text on a certificate: as large as it may be, and never smaller than it may be; between them it fits its room. */
export type FittedText = { largest: number; smallest: number; height: number; bold: boolean }

/**
 * How a certificate looks on a landscape A4. Lengths in millimetres, type sizes in points. The appendix of the decree that shows
 * a model was not read: what is marked `unverified` is from practice and to be compared with it.
 */
export type CertificateLayout = {
  code: string
  paper: Ruled<{ width: number; height: number }>
  margins: Ruled<{ top: number; bottom: number; left: number; right: number }>
  frame: Ruled<{ outer: number; inner: number; colour: string }>
  crown: Ruled<readonly { words: string; size: number; ruled: boolean }[]>
  issuer: Ruled<FittedText>
  verb: Ruled<{ words: string; size: number }>
  title: Ruled<{ size: number; colour: string }>
  recipient: Ruled<FittedText>
  about: Ruled<FittedText>
  achievement: Ruled<FittedText>
  foot: Ruled<{ size: number; signatureRoom: number }>
}

const practice = 'Theo mẫu thường dùng; chưa đối chiếu phụ lục của Nghị định 152/2025/NĐ-CP'

/** Giấy khen, bằng khen of State bodies. A Party committee's own layout is not known here, and none is printed. */
export const stateCertificate: CertificateLayout = {
  code: 'certificate-state',
  paper: ruled({ width: 297, height: 210 }, 'unverified', 'A4 nằm ngang (297 mm × 210 mm)'),
  margins: ruled({ top: 22, bottom: 20, left: 28, right: 28 }, 'ours', 'Chữ cách khung trang trí ít nhất 8 mm'),
  frame: ruled({ outer: 10, inner: 13, colour: '#9b1c1c' }, 'ours', 'Khung đường đôi; in lên phôi có sẵn thì bỏ khung'),
  crown: ruled(
    [
      { words: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 15, ruled: false },
      { words: 'Độc lập - Tự do - Hạnh phúc', size: 15, ruled: true },
    ],
    'unverified',
    'Quốc hiệu, tiêu ngữ ở giữa, trên cùng',
  ),
  issuer: ruled({ largest: 17, smallest: 11, height: 14, bold: true }, 'unverified', practice),
  verb: ruled({ words: 'TẶNG', size: 16 }, 'unverified', practice),
  title: ruled({ size: 40, colour: '#9b1c1c' }, 'unverified', practice),
  recipient: ruled({ largest: 26, smallest: 12, height: 22, bold: true }, 'unverified', practice),
  about: ruled({ largest: 15, smallest: 10, height: 12, bold: false }, 'unverified', practice),
  achievement: ruled({ largest: 17, smallest: 10, height: 24, bold: false }, 'unverified', practice),
  foot: ruled({ size: 13, signatureRoom: 18 }, 'unverified', practice),
}

const layouts: readonly CertificateLayout[] = [stateCertificate]

/** The layout that a competence names; null where none is known. */
export function certificateLayout(code: string | null): CertificateLayout | null {
  return layouts.find((one) => one.code === code) ?? null
}
