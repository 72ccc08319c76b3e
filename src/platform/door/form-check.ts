import { createHmac, timingSafeEqual } from 'node:crypto'

/** Where a form came from, as the browser says it, and the tokens that only our own pages can have written. */
export type FormOrigin = {
  method: string
  origin: string | null
  fetchSite: string | null
  token: string | null
  ownOrigin: string
  /** The tokens of the visitor's session and of their anonymous cookie. */
  expectedTokens: readonly string[]
}

/**
 * Whether a request that changes something came from one of our own pages.
 * Browsers that say where they come from are believed; for those that do not, the form's address carries a token.
 */
export function isOwnForm(form: FormOrigin): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(form.method)) return true
  // `null` is what a sandboxed frame or a page of another site that hides itself sends: never ours.
  if (form.origin !== null) return form.origin === form.ownOrigin
  if (form.fetchSite !== null) return form.fetchSite === 'same-origin'
  return form.expectedTokens.some((expected) => sameText(expected, form.token ?? ''))
}

/** The token for the forms of one session, or of one anonymous cookie. */
export function formTokenFor(secret: string, holder: string): string {
  return createHmac('sha256', secret).update(`form|${holder}`).digest('base64url').slice(0, 32)
}

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
