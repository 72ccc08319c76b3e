/** A field of a sheet's form, as the page of its register describes it. */
export type SheetField = {
  name: string
  label: string
  hint?: string
  optional?: boolean
  suffix?: string
} & (
  | { kind: 'line'; most: number; width?: 'short' | 'medium' | 'full'; inputmode?: 'numeric' | 'decimal' }
  | { kind: 'text'; most: number; rows: number }
  | { kind: 'day' }
  | { kind: 'choice'; options: { value: string; label: string; hint?: string }[] }
  | { kind: 'select'; options: { value: string; label: string; group?: string }[]; none: string }
)

/** One line of a register as its page lists it. */
export type SheetRowShown = {
  id: string
  iso: string
  day: string
  title: string
  meta: string
  voidReason: string | null
  warning?: string | null
}
