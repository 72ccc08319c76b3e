import type { RecordKind } from '#modules/figures/counted-by.ts'

/** Where each register is kept, and a record of it is read below that. */
export const registerPath: Record<RecordKind, string> = { dialogue: '/desk/doi-thoai' }

/** What one record of a register is called in a list of them. */
export const recordName: Record<RecordKind, string> = { dialogue: 'cuộc đối thoại' }
