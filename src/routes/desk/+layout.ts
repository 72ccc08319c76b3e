/** Cells save themselves when they are left; every page works without it too. */
export const csr = true
