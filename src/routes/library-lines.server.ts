import { dayInVietnam, formatDay, type LocalDate } from '#kernel/local-date.ts'
import { certaintyLabel, forceLabel, forceOn } from '#modules/directives/directive.ts'
import type { LibraryLine } from '#modules/directives/library-line.ts'
import type { LibraryQuestion } from '#modules/directives/library-queries.server.ts'
import { directiveKinds, directiveKindLabel } from '#modules/directives/number-words.ts'

/** What the address of a library asks. */
export function askedLibrary(url: URL): {
  question: LibraryQuestion & { today: (now: Date) => LocalDate }
  asked: Record<string, string>
} {
  const words = url.searchParams.get('tim')?.trim().slice(0, 80) ?? ''
  const kind = directiveKinds.find((one) => one === url.searchParams.get('loai')) ?? null
  const page = Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  return {
    question: { words, kind, page, today: dayInVietnam },
    asked: { ...(words ? { tim: words } : {}), ...(kind ? { loai: kind } : {}) },
  }
}

/** One document of a library in words. */
export function lineShown(line: LibraryLine, today: LocalDate) {
  const force = forceOn(line, today)
  return {
    ...{ code: line.code, title: `${directiveKindLabel[line.kind]} ${line.number}`, subject: line.subject },
    ...{ iso: line.issuedOn, day: line.issuedOn === null ? 'chưa rõ ngày' : formatDay(line.issuedOn) },
    meta: [
      line.issuer,
      line.unitName === null ? 'danh sách chung' : `do ${line.unitName} ghi`,
      ...(force === 'in-force' ? [] : [forceLabel[force]]),
      ...(line.replacedBy ? [`thay bằng ${line.replacedBy}`] : []),
      ...(line.certainty && line.certainty !== 'text' ? [certaintyLabel[line.certainty]] : []),
      ...(line.inFile ? ['có trong tệp kèm theo'] : []),
    ].join(' · '),
  }
}
