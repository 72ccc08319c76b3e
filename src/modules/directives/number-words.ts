/** The kinds of document a number can name. */
export const directiveKinds = [
  ...(['resolution', 'directive', 'conclusion', 'decision', 'regulation', 'instruction', 'plan', 'programme'] as const),
  ...(['report', 'announcement', 'official-letter', 'law', 'decree', 'circular', 'other'] as const),
] as const
export type DirectiveKind = (typeof directiveKinds)[number]

export const directiveKindLabel: Record<DirectiveKind, string> = {
  resolution: 'Nghị quyết',
  directive: 'Chỉ thị',
  conclusion: 'Kết luận',
  decision: 'Quyết định',
  regulation: 'Quy định',
  instruction: 'Hướng dẫn',
  plan: 'Kế hoạch',
  programme: 'Chương trình',
  report: 'Báo cáo',
  announcement: 'Thông báo',
  'official-letter': 'Công văn',
  law: 'Luật',
  decree: 'Nghị định',
  circular: 'Thông tư',
  other: 'Văn bản khác',
}

/** Letters of a number by kind. QĐ is a decision and, in the Party, also a regulation: which, its title says. */
export const letters: Readonly<Record<string, DirectiveKind>> = {
  NQ: 'resolution',
  CT: 'directive',
  KL: 'conclusion',
  QĐ: 'decision',
  QyĐ: 'regulation',
  HD: 'instruction',
  KH: 'plan',
  CTr: 'programme',
  BC: 'report',
  TB: 'announcement',
  CV: 'official-letter',
  NĐ: 'decree',
  TT: 'circular',
  TTLT: 'circular',
  ĐA: 'other',
  TTr: 'other',
}

/** Who stands behind the letters after the kind, as the numbers write them. */
export const issuers: Readonly<Record<string, { family: 'party' | 'state' | 'front'; name: string }>> = {
  TW: { family: 'party', name: 'Trung ương Đảng' },
  VPTW: { family: 'party', name: 'Văn phòng Trung ương Đảng' },
  BTCTW: { family: 'party', name: 'Ban Tổ chức Trung ương' },
  BDVTW: { family: 'party', name: 'Ban Dân vận Trung ương' },
  BTGDVTW: { family: 'party', name: 'Ban Tuyên giáo và Dân vận Trung ương' },
  TU: { family: 'party', name: 'Tỉnh ủy, Thành ủy' },
  BDVTU: { family: 'party', name: 'Ban Dân vận Tỉnh ủy' },
  BTGDVTU: { family: 'party', name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy' },
  HU: { family: 'party', name: 'Huyện ủy' },
  ĐU: { family: 'party', name: 'Đảng ủy' },
  ĐUK: { family: 'party', name: 'Đảng ủy Khối' },
  DVK: { family: 'party', name: 'Khối dân vận' },
  CP: { family: 'state', name: 'Chính phủ' },
  TTg: { family: 'state', name: 'Thủ tướng Chính phủ' },
  VPCP: { family: 'state', name: 'Văn phòng Chính phủ' },
  UBND: { family: 'state', name: 'Ủy ban nhân dân' },
  HĐND: { family: 'state', name: 'Hội đồng nhân dân' },
  BNV: { family: 'state', name: 'Bộ Nội vụ' },
  BTC: { family: 'state', name: 'Bộ Tài chính' },
  BCA: { family: 'state', name: 'Bộ Công an' },
  BTTTT: { family: 'state', name: 'Bộ Thông tin và Truyền thông' },
  BLĐTBXH: { family: 'state', name: 'Bộ Lao động – Thương binh và Xã hội' },
  TTCP: { family: 'state', name: 'Thanh tra Chính phủ' },
  UBTVQH: { family: 'state', name: 'Ủy ban Thường vụ Quốc hội' },
  MTTQ: { family: 'front', name: 'Mặt trận Tổ quốc Việt Nam' },
  BTT: { family: 'front', name: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam' },
}
