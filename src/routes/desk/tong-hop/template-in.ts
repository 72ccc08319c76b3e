import { error } from '@sveltejs/kit'
import { currentTemplate, parseTemplateCode, type TemplateCode } from '#modules/reporting/report.ts'

/** `?mau=`: which template the sums are of; the usual one where none is named. */
export function templateIn(url: URL): TemplateCode {
  const text = url.searchParams.get('mau')
  return text ? (parseTemplateCode(text) ?? error(404, 'Không có trang này')) : currentTemplate
}
