import type { AwardEntry, AwardState } from './award.ts'

/** An invented proposal and how far it came. */
export type InventedAward = { entry: AwardEntry; state: AwardState; reason: string }

const letter: Omit<AwardEntry, 'year' | 'recipient' | 'achievement' | 'report'> = {
  ...{ form: 'letter', level: 'commune', line: 'movement', recipientKind: 'collective', isLeader: null },
  ...{ mayBePublic: false, yearsOfService: null },
}

const report = (what: string): string =>
  [
    `Báo cáo thành tích: ${what}`,
    '1. Hoàn cảnh\nĐường vào thôn hẹp, mùa mưa học sinh phải đi vòng.',
    '2. Cách làm\nBàn ở họp thôn ba lần, công khai từng khoản góp; tổ tự quản chia theo cụm nhà.',
    '3. Kết quả\nMở rộng 1,2 km đường, 46 ngày công, không có đơn thư.',
  ].join('\n\n')

/** What an invented commune proposed in a year: one granted to a collective, one to a person, one sent back, one waiting above, one begun. */
export function inventAwards(year: number): InventedAward[] {
  const road = 'mô hình “Mở đường cùng dân” ở thôn Đồi Ngang'
  const waste = 'mô hình “Nhà sạch ngõ xanh” ở thôn Cầu Tre'
  return [
    {
      entry: {
        ...{ ...letter, year, recipient: 'Chi bộ thôn Đồi Ngang', report: report(road) },
        achievement: `Đã có thành tích trong xây dựng ${road} năm ${year}`,
      },
      state: 'decided',
      reason: '',
    },
    {
      entry: {
        ...{ ...letter, year, recipientKind: 'individual', isLeader: false, recipient: 'Trưởng thôn, thôn Cầu Tre' },
        ...{ achievement: `Đã có thành tích trong vận động nhân dân làm ${waste} năm ${year}`, report: report(waste) },
      },
      state: 'decided',
      reason: '',
    },
    {
      entry: {
        ...{ ...letter, year, recipient: 'Hội Nông dân xã', line: 'democracy', report: '' },
        achievement: `Đã có thành tích trong thực hiện dân chủ ở cơ sở năm ${year}`,
      },
      state: 'returned',
      reason: 'Báo cáo thành tích còn trống, xin viết phần kết quả và kèm biên bản họp bình xét.',
    },
    {
      entry: {
        ...{ ...letter, year, form: 'certificate', level: 'province', recipient: 'Nhân dân và cán bộ thôn Gò Sim' },
        achievement: `Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm ${year}`,
        report: report('thôn Gò Sim hiến đất làm sân chơi'),
      },
      state: 'submitted',
      reason: '',
    },
    {
      entry: {
        ...{ ...letter, year, line: 'government', recipient: 'Bộ phận một cửa của xã', report: '' },
        achievement: `Đã có thành tích trong công tác dân vận của chính quyền năm ${year}`,
      },
      state: 'draft',
      reason: '',
    },
  ]
}

/** Praise that was said aloud and is no award. */
export const inventedPraise = [
  {
    recipientKind: 'collective',
    recipient: 'Tổ tự quản số 3, thôn Suối Trong',
    what: 'Dọn sạch kênh mương trước mùa mưa',
    occasion: 'Hội nghị sơ kết quý của xã',
  },
  {
    recipientKind: 'individual',
    recipient: 'Bí thư chi đoàn thôn Cầu Tre',
    what: 'Hướng dẫn người cao tuổi làm thủ tục trực tuyến',
    occasion: 'Loa truyền thanh xã',
  },
] as const
