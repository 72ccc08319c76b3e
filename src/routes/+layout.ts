/** No script unless a part of the site asks for it: an address that leads nowhere needs none. */
export const csr = false
