import type { InitiativeEntry } from './initiative.ts'

/** An item of the registration form that is written in words. */
export type TextItem = Exclude<keyof InitiativeEntry, 'holderKind' | 'tags' | 'beganOn' | 'mainField'>

/** One box of the form: how it is called, what helps to fill it, and how long it may be. */
export type FormBox = { item: TextItem; label: string; hint: string; rows: number; longest: number; optional?: true }

/** One page of the form: one subject, its boxes; `field` asks for what is chosen from the lists of the province. */
export type FormStep = { key: string; title: string; boxes: readonly FormBox[]; asks: 'who' | 'field' | 'words' }

const long = { rows: 8, longest: 4000 } as const
const short = { rows: 3, longest: 600 } as const

/**
 * The registration form as it is used (nine items on the web, ten on paper: công văn 249/MTTQ-BTT, 2026, read at second hand),
 * one subject a page.
 */
export const formSteps: readonly FormStep[] = [
  {
    ...{ key: 'ten', title: 'Tên và người thực hiện', asks: 'who' },
    boxes: [
      {
        ...{ item: 'name', label: 'Tên mô hình, điển hình', rows: 2, longest: 200 },
        hint: 'Bắt đầu từ một việc cụ thể của địa bàn, ví dụ “Camera an ninh ở thôn Đồi Ngang”.',
      },
      {
        ...{ item: 'holder', label: 'Tập thể thực hiện', rows: 2, longest: 200 },
        hint: 'Khu dân cư, chi bộ, cơ quan, trường học… Với cá nhân, ghi chức danh hoặc nơi công tác, không ghi tên.',
      },
    ],
  },
  { key: 'linh-vuc', title: 'Lĩnh vực', asks: 'field', boxes: [] },
  {
    ...{ key: 'thuc-trang', title: 'Thực trạng, lý do xây dựng', asks: 'words' },
    boxes: [
      {
        ...{ item: 'situation', label: 'Thực trạng, lý do xây dựng', ...long },
        hint: 'Việc gì đang khó, dân nói gì, vì sao phải làm.',
      },
    ],
  },
  {
    ...{ key: 'muc-tieu', title: 'Mục tiêu, tiêu chí', asks: 'words' },
    boxes: [{ item: 'goals', label: 'Mục tiêu, tiêu chí', hint: 'Đến cuối năm đạt được gì, đo bằng gì.', ...long }],
  },
  {
    ...{ key: 'cach-lam', title: 'Nội dung, cách thức thực hiện', asks: 'words' },
    boxes: [
      { item: 'content', label: 'Nội dung, cách thức thực hiện', hint: 'Làm những việc gì, theo thứ tự nào.', ...long },
    ],
  },
  {
    ...{ key: 'dia-ban', title: 'Địa bàn, đối tượng', asks: 'words' },
    boxes: [
      {
        ...{ item: 'area', label: 'Địa bàn, đối tượng', rows: 4, longest: 1000 },
        hint: 'Ở thôn, tổ nào; với những ai. Không nêu tên người dân.',
      },
    ],
  },
  {
    ...{ key: 'luc-luong', title: 'Lực lượng thực hiện', asks: 'words' },
    boxes: [
      { item: 'lead', label: 'Chủ trì', hint: 'Tập thể hoặc chức danh.', ...short },
      { item: 'coordinating', label: 'Phối hợp', hint: 'Các tổ chức, cơ quan cùng làm.', ...short, optional: true },
      { item: 'participating', label: 'Tham gia', hint: 'Những ai góp sức.', ...short, optional: true },
    ],
  },
  {
    ...{ key: 'nguon-luc', title: 'Nguồn lực và thời gian', asks: 'words' },
    boxes: [
      {
        ...{ item: 'resources', label: 'Nguồn lực', rows: 4, longest: 2000 },
        hint: 'Tiền, công, đất, vật tư; từ đâu.',
      },
      {
        ...{ item: 'timePlan', label: 'Thời gian', rows: 4, longest: 2000 },
        hint: 'Ngày bắt đầu, các mốc, ngày đánh giá.',
      },
    ],
  },
  {
    ...{ key: 'ket-qua', title: 'Sản phẩm, kết quả đầu ra', asks: 'words' },
    boxes: [
      {
        ...{ item: 'outputs', label: 'Sản phẩm, kết quả đầu ra', ...long },
        hint: 'Mỗi dòng một kết quả kiểm chứng được, ví dụ “12 camera hoạt động, 3 thôn”.',
      },
    ],
  },
  {
    ...{ key: 'nhan-rong', title: 'Khả năng duy trì, nhân rộng', asks: 'words' },
    boxes: [
      {
        ...{ item: 'sustainability', label: 'Khả năng duy trì, nhân rộng', ...long },
        hint: 'Hết năm ai tiếp tục; nơi khác làm theo cần những gì.',
      },
    ],
  },
]

/** The page of a key; null for the check before sending, and for what is no page. */
export function stepOf(key: string): FormStep | null {
  return formSteps.find((step) => step.key === key) ?? null
}

/** The address word of the page where everything is read once more. */
export const checkKey = 'xem-lai'

/** The page after one: the next subject, at the end the check. */
export function stepAfter(key: string): string {
  const at = formSteps.findIndex((step) => step.key === key)
  return formSteps[at + 1]?.key ?? checkKey
}

/** The page before one; null on the first. */
export function stepBefore(key: string): string | null {
  const at = key === checkKey ? formSteps.length : formSteps.findIndex((step) => step.key === key)
  return formSteps[at - 1]?.key ?? null
}
