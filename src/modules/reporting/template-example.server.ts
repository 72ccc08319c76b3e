import { inScope, type Db } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TemplateCode } from './report.ts'
import type { TemplateShape } from './template-shape.ts'
import { insertDraft, insertTemplate } from './template-draft-store.server.ts'
import { drawnVersions } from './template-store.server.ts'

const code = 'rieng-vi-du' as TemplateCode

/** An invented form that the province's administrator is still drawing up. */
const shape: TemplateShape = {
  ...{ name: 'Biểu nhanh đối thoại và mô hình', carriedBy: ['commune'], daysToSubmit: 5, owedFor: [] },
  sections: [
    {
      ...{ code: 'doi-thoai', title: 'I. Đối thoại với Nhân dân', kind: 'figures', hint: 'Kể cả đối thoại chuyên đề.' },
      lines: [
        { code: 'D03', parts: [''] },
        { code: 'D07', parts: ['answered', 'passed-on', 'open'] },
      ],
    },
    { code: 'danh-gia', title: 'II. Đánh giá chung', kind: 'narrative', hint: 'Hai đến ba câu.', lines: [] },
  ],
}

export async function loadExampleTemplate(db: Db, province: UnitId, at: Date): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    if ((await drawnVersions(tx, province, code)).length > 0) return
    await insertTemplate(tx, province, code)
    await insertDraft(tx, { province, code, version: 1, shape, copiedFrom: '', at })
  })
}
