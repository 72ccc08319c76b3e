// Passwords are typed here: no script.
export const csr = false
