import { fold } from '#kernel/text.ts'

/** A heading as the name of its place on the page: `D. Đối thoại và cử tri` is `d-doi-thoai-va-cu-tri`. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
