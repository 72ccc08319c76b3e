import { reviewKindLabel, type ReviewEntry } from './review.ts'

/** “Tổng kết 10 năm thực hiện 25-NQ/TW”. */
export function reviewTitle({ directive, kind, years }: Pick<ReviewEntry, 'directive' | 'kind' | 'years'>): string {
  return `${reviewKindLabel[kind]}${years === null ? '' : ` ${years} năm`} thực hiện ${directive.number}`
}
