// Signing in works on any phone and leaves no script with a password in its hands.
export const csr = false
