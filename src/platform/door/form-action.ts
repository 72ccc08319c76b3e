/** A form's action with the token that proves it was written here: `formAction('?/submit', data.formToken)`. */
export function formAction(action: string, token: string): string {
  return `${action}${action.includes('?') ? '&' : '?'}k=${token}`
}
