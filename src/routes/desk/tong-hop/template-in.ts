import { currentTemplate, type TemplateCode } from '#modules/reporting/report.ts'

/** `?mau=`: which template the sums are of; the usual one where none is named. */
export function templateIn(url: URL): TemplateCode {
  return (url.searchParams.get('mau')?.slice(0, 60) || currentTemplate) as TemplateCode
}
