/** The work that is ticked in a form, each once, and never more than a list holds. */
export function functionsIn(form: FormData): string[] {
  const ticked = form.getAll('functions').filter((one): one is string => typeof one === 'string' && one !== '')
  return [...new Set(ticked.map((one) => one.slice(0, 80)))].slice(0, 60)
}
