/** The errors of a form in the order of its fields, as the summary lists them. */
export function summaryOf(
  errors: Record<string, string> | undefined,
  prefix = '',
): { field: string | null; message: string }[] {
  return Object.entries(errors ?? {}).map(([field, message]) => ({ field: field ? prefix + field : null, message }))
}
