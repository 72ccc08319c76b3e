/** The portal needs no script: it works on every phone there is. */
export const csr = false
