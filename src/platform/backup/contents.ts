import type { SecretMark } from './key.ts'

/** What stands at the head of a backup. */
export type BackupHead = {
  /** The version of Khéo that wrote it. */
  program: string
  madeAt: string
  /** PostgreSQL's version there, for whoever looks for a difference. */
  server: string
  migrations: { name: string; sha256: string }[]
  /** Whether the files are inside; if not, they were left in place for a backup of the tables alone, or a store keeps them. */
  files: 'inside' | 'left-in-place' | 'elsewhere'
  marks: SecretMark[]
}

export type TableCount = { name: string; rows: number; sum: string }

/** What a backup holds, counted; the same for one just written, one verified and one restored. */
export type BackupContents = {
  head: BackupHead
  tables: TableCount[]
  rows: number
  files: { count: number; bytes: number }
}

export type TableEnd = { rows: number; sum: string }
export type FileEnd = { bytes: number; sha256: string }
export type CloseFacts = { tables: number; rows: number; files: number; fileBytes: number }
