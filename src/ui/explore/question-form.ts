type Option = { value: string; label: string; hint?: string | undefined }

/** What stands in the form of a question: chosen, found and typed (giá trị của biểu đặt câu hỏi). */
export type QuestionFormValues = {
  chosen: readonly Option[]
  findIndicator: string
  foundIndicators: readonly Option[]
  sections: readonly { title: string; options: readonly Option[] }[]
  units: readonly Option[]
  findUnit: string
  foundUnits: readonly Option[]
  /** What stands for no territory at all. */
  noUnit: string
  byUnit: string
  byTime: string
  byPart: boolean
  period: string
  map: string
  mapDay: string
  from: string
  counts: string
  countsOptions: readonly Option[]
  compare: string
  compareOptions: readonly Option[]
  timeWords: readonly Option[]
  view: string
  /** A question written in one line, and how it was read where something in it was not. */
  line: string
  read: readonly { text: string; as: string }[]
}
