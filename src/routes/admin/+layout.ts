// One-time passwords are shown here: no script.
export const csr = false
