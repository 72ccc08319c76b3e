/** One line of a sum as on paper: the parts, what they add up to, the total that was typed, and what is missing or too much. */
export type SumRow = { label: string; amount: string; kind: 'part' | 'sum' | 'total' | 'gap' }
