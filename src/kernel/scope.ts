import type { Id } from './ids.ts'

/**
 * Who the database itself believes is asking. Row security reads it in every policy (docs/adr/0007).
 * - `unit`: rows of one unit · `province`: every row of one province · `public`: published rows only.
 * - `also`: units that went into the unit, or provinces that went into the province: their rows are read and never written.
 * - `readOnly`: PostgreSQL itself refuses every write of the transaction (docs/adr/0017).
 */
export type Scope =
  | { reach: 'unit'; province: Id<'Unit'>; unit: Id<'Unit'>; also?: readonly Id<'Unit'>[]; readOnly?: true }
  | { reach: 'province'; province: Id<'Unit'>; also?: readonly Id<'Unit'>[]; readOnly?: true }
  | { reach: 'public' }
