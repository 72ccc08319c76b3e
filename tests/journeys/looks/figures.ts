import type { Looks } from './look.ts'

const comparedQuarters = 'indicators=F01,F06,F10&by=quarter&year=2026&compare=same-period'

export const figuresLooks: Looks = {
  '/desk/cong-thuc': [
    { name: 'formulas', address: '/desk/cong-thuc', reader: 'tinh.vidu' },
    { name: 'formulas-commune', address: '/desk/cong-thuc', reader: 'xa.songxanh' },
    { name: 'formulas-auditor', address: '/desk/cong-thuc', reader: 'kiemsoat.vidu' },
  ],
  '/desk/cong-thuc/moi': [{ name: 'formula-new', address: '/desk/cong-thuc/moi', reader: 'tinh.vidu' }],
  '/desk/cong-thuc/[code]': [
    { name: 'formula', address: '/desk/cong-thuc/CT02', reader: 'tinh.vidu' },
    { name: 'formula-used', address: '/desk/cong-thuc/CT01', reader: 'kiemsoat.vidu' },
  ],
  '/desk/kiem-tra-so-lieu': [
    { name: 'check-rules', address: '/desk/kiem-tra-so-lieu', reader: 'lanhdao.vidu' },
    { name: 'check-rules-commune', address: '/desk/kiem-tra-so-lieu', reader: 'xa.songxanh' },
  ],
  '/desk/kiem-tra-so-lieu/moi': [
    { name: 'check-rule-new', address: '/desk/kiem-tra-so-lieu/moi', reader: 'tinh.vidu' },
    { name: 'check-rule-new-ratio', address: '/desk/kiem-tra-so-lieu/moi?loai=ratio-bounds', reader: 'lanhdao.vidu' },
  ],
  '/desk/kiem-tra-so-lieu/[key]': [
    { name: 'check-rule', address: '/desk/kiem-tra-so-lieu/Q26?xem=nam-qua', reader: 'lanhdao.vidu' },
    { name: 'check-rule-read', address: '/desk/kiem-tra-so-lieu/Q16', reader: 'xa.nuivang' },
  ],
  '/desk/chi-tieu': [
    { name: 'targets', address: '/desk/chi-tieu', reader: 'xa.songxanh' },
    { name: 'targets-open', address: '/desk/chi-tieu?tinh=dang-nhap', reader: 'xa.nuivang' },
    { name: 'targets-empty', address: '/desk/chi-tieu?nam=2019', reader: 'xa.songxanh' },
    { name: 'targets-province', address: '/desk/chi-tieu?chi-tieu=F10', reader: 'tinh.vidu' },
    { name: 'targets-auditor', address: '/desk/chi-tieu?chi-tieu=D03', reader: 'kiemsoat.vidu' },
  ],
  '/desk/chi-tieu/moi': [
    { name: 'target-new', address: '/desk/chi-tieu/moi', reader: 'xa.songxanh' },
    { name: 'target-new-given', address: '/desk/chi-tieu/moi?chi-tieu=F10', reader: 'tinh.vidu' },
  ],
  '/desk/chi-tieu/[id]': [
    { name: 'target', address: '/desk/chi-tieu/:target', reader: 'xa.songxanh' },
    { name: 'target-withdrawn', address: '/desk/chi-tieu/:target-withdrawn', reader: 'kiemsoat.vidu' },
  ],
  '/desk/chi-tieu/nhieu-xa': [
    { name: 'targets-choose', address: '/desk/chi-tieu/nhieu-xa', reader: 'tinh.vidu' },
    { name: 'targets-many', address: '/desk/chi-tieu/nhieu-xa?chi-tieu=B01', reader: 'lanhdao.vidu' },
  ],
  '/desk/chi-tieu/tu-tep': [{ name: 'targets-file', address: '/desk/chi-tieu/tu-tep', reader: 'tinh.vidu' }],
  '/desk/kham-pha': [
    { name: 'explore', address: '/desk/kham-pha', reader: 'tinh.vidu' },
    { name: 'explore-compared', address: `/desk/kham-pha?${comparedQuarters}`, reader: 'tinh.vidu' },
    {
      name: 'explore-all',
      address: '/desk/kham-pha?indicators=F01,F10&by=commune,quarter&year=2026',
      reader: 'tinh.vidu',
    },
    {
      name: 'explore-found',
      address: '/desk/kham-pha?tim-chi-tieu=dung+han&tim-don-vi=song&hoi=1',
      reader: 'tinh.vidu',
    },
    { name: 'explore-commune', address: '/desk/kham-pha', reader: 'xa.songxanh' },
    { name: 'explore-auditor', address: '/desk/kham-pha', reader: 'kiemsoat.vidu' },
  ],
  '/desk/kham-pha/o': [
    {
      name: 'explore-opened',
      address: '/desk/kham-pha/o?indicators=F10&unit=vi-du&period=2026-q2',
      reader: 'tinh.vidu',
    },
    { name: 'explore-unopened', address: '/desk/kham-pha/o?indicators=ZZ99&period=2026', reader: 'tinh.vidu' },
  ],
  '/desk/bo-chi-tieu': [{ name: 'programmes', address: '/desk/bo-chi-tieu', reader: 'xa.songxanh' }],
  '/desk/bo-chi-tieu/[code]': [
    { name: 'programme-desk', address: '/desk/bo-chi-tieu/nong-thon-moi?ky=2026-q2', reader: 'tinh.vidu' },
    { name: 'programme-desk-own', address: '/desk/bo-chi-tieu/chinh-quyen-than-thien', reader: 'xa.songxanh' },
    {
      name: 'programme-desk-past',
      address: '/desk/bo-chi-tieu/ocop?don-vi=huyen-le-thuy&ky=2023',
      reader: 'kiemsoat.vidu',
    },
    {
      name: 'programme-desk-wrong',
      address: '/desk/bo-chi-tieu/ocop?go=hom+qua&don-vi=khong-co&ban-do=1/1/1990',
      reader: 'tinh.vidu',
    },
  ],
  '/desk/tom-tat': [
    { name: 'brief-province', address: '/desk/tom-tat', reader: 'lanhdao.vidu' },
    { name: 'brief-auditor', address: '/desk/tom-tat?ky=2026-q2', reader: 'kiemsoat.vidu' },
    { name: 'brief-commune', address: '/desk/tom-tat?ky=2026-q2', reader: 'lanhdao.songxanh' },
    { name: 'brief-nothing-yet', address: '/desk/tom-tat', reader: 'lanhdao.songxanh' },
    { name: 'brief-typed', address: '/desk/tom-tat?go=hom+qua', reader: 'xa.songxanh' },
    { name: 'brief-long-ago', address: '/desk/tom-tat?ky=2001', reader: 'lanhdao.vidu' },
  ],
  '/desk/tom-tat/chon': [{ name: 'brief-choice', address: '/desk/tom-tat/chon', reader: 'lanhdao.songxanh' }],
}
