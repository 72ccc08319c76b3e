import type { Chapter } from './chapter.ts'
import { adminChapter, auditorChapter } from './guide-administration.ts'
import { communeChapters } from './guide-commune.ts'
import { exploreChapter } from './guide-explore.ts'
import { mapChapter } from './guide-map.ts'
import { obligationsChapter } from './guide-obligations.ts'
import { provinceChapter } from './guide-province.ts'
import { registerChapters } from './guide-registers.ts'
import { signInChapter } from './guide-sign-in.ts'
import { troubleChapter } from './guide-trouble.ts'
import { wholeReportChapters } from './guide-whole-report.ts'

/**
 * The officers' guide, once: this page shows it and docs/huong-dan/can-bo.md is written from it (`npm run pictures`). What
 * stands between “ and ” is a word of the screens; tests/house/guide.test.ts looks each of them up.
 */
export const guide: { title: string; lead: string; chapters: readonly Chapter[] } = {
  title: 'Hướng dẫn nhanh cho cán bộ',
  lead: 'Đọc phần của mình là đủ, mỗi phần chừng năm phút. Hình chụp từ tỉnh ví dụ; người và số trong hình đều là bịa.',
  chapters: [
    signInChapter,
    ...communeChapters,
    ...wholeReportChapters,
    ...registerChapters,
    provinceChapter,
    obligationsChapter,
    mapChapter,
    exploreChapter,
    adminChapter,
    auditorChapter,
    troubleChapter,
  ],
}
