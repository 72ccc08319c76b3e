import type { Id } from './ids.ts'

/**
 * Who the database itself believes is asking. Row security reads it in every policy (docs/adr/0007).
 * - `unit`: rows of one unit · `province`: every row of one province · `public`: published rows only.
 * - `readOnly`: PostgreSQL itself refuses every write of the transaction (docs/adr/0017).
 */
export type Scope =
  | { reach: 'unit'; province: Id<'Unit'>; unit: Id<'Unit'>; readOnly?: true }
  | { reach: 'province'; province: Id<'Unit'>; readOnly?: true }
  | { reach: 'public' }
