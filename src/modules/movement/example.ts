import type { YearMove } from './cycle.ts'
import type { InitiativeEntry, RegistrationScope } from './initiative.ts'
import { blankEntry } from './registration.ts'

/** An invented initiative: who would do it, and how far it came this year. */
export type InventedInitiative = {
  entry: InitiativeEntry
  scope: RegistrationScope
  isNew: boolean
  upTo: YearMove | null
}

const names = [
  ['Camera an ninh ở các ngõ thôn', 'Ban công tác Mặt trận thôn Đồi Ngang', 'defence-security', 'public-order'],
  ['Tuyến đường hoa tự quản', 'Chi hội phụ nữ thôn Suối Trong', 'culture-society', 'environment'],
  ['Tổ góp vốn nuôi ong rừng', 'Chi hội nông dân thôn Gò Sim', 'economy', 'livelihood'],
  ['Trả kết quả một cửa sáng thứ Bảy', 'Bộ phận một cửa của xã', 'political-system', 'administration'],
  ['Giờ học sau sàn nhà cộng đồng', 'Chi đoàn thôn Cầu Tre', 'culture-society', 'learning'],
  ['Hiến đất mở rộng đường nội đồng', 'Chi bộ thôn Đồi Ngang', 'culture-society', 'public-works'],
  ['Nhóm hướng dẫn dịch vụ công tại nhà', 'Đoàn thanh niên xã', 'political-system', 'digital'],
] as const

const steps: readonly (YearMove | null)[] = [
  'recognise',
  'run',
  'register',
  'appraise',
  null,
  'approve',
  'choose-outstanding',
]

/** Invented initiatives of one commune: some kept, one with the province, one still being written. */
export function inventInitiatives(howMany: number, shift: number): InventedInitiative[] {
  return Array.from({ length: howMany }, (_, index) => {
    const at = (index + shift) % names.length
    const [name, holder, mainField, tag] = names[at] ?? names[0]
    const isIndividual = at === 4
    const entry: InitiativeEntry = {
      ...{
        ...blankEntry,
        name,
        holder: isIndividual ? 'Giáo viên về hưu ở thôn Cầu Tre' : holder,
        mainField,
        tags: [tag],
      },
      holderKind: isIndividual ? 'individual' : 'collective',
      ...{
        situation: 'Nhiều năm dân phản ánh, chưa có ai đứng ra nhận việc.',
        goals: 'Đến cuối năm mọi ngõ trong thôn cùng làm.',
      },
      ...{
        content: 'Bàn với dân từng ngõ, chia đoạn, góp công theo nếp sẵn có, cuối tháng cùng xem lại.',
        area: 'Ba thôn của xã',
      },
      ...{ lead: holder, coordinating: 'Công an xã, Đoàn thanh niên', participating: 'Các hộ trong thôn' },
      ...{ resources: 'Công của dân, một phần quỹ thôn', timePlan: 'Từ tháng 3 đến tháng 11, đánh giá trong tháng 11' },
      ...{
        outputs: '3 thôn cùng làm\n12 điểm hoạt động đều',
        sustainability: 'Mỗi ngõ một người giữ việc; thôn khác cần một buổi bàn.',
      },
    }
    const scope = at === 3 ? ('province' as const) : ('commune' as const)
    return { entry, scope, isNew: at !== 1 && at !== 5, upTo: steps[at] ?? null }
  })
}
