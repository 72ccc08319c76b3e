import type { Looks } from './look.ts'

export const movementLooks: Looks = {
  '/desk/mo-hinh/[id]/theo-doi': [
    { name: 'follow', address: ':practice-desk/theo-doi', reader: 'lanhdao.songxanh' },
    { name: 'follow-read', address: ':practice-desk/theo-doi', reader: 'tinh.vidu' },
  ],
  '/desk/mo-hinh/[id]/theo-doi/moi': [
    { name: 'follow-money', address: ':practice-desk/theo-doi/moi?loai=money', reader: 'xa.songxanh' },
    { name: 'follow-output', address: ':practice-desk/theo-doi/moi?loai=output', reader: 'xa.songxanh' },
  ],
  '/desk/mo-hinh/[id]/theo-doi/[line]': [{ name: 'follow-line', address: ':practice-line', reader: 'xa.songxanh' }],
  '/desk/mo-hinh/[id]/tai-lieu': [
    { name: 'practice-files', address: ':practice-desk/tai-lieu', reader: 'xa.songxanh' },
  ],
  '/desk/mo-hinh/[id]/cong-bo': [
    { name: 'practice-publish', address: ':practice-desk/cong-bo', reader: 'lanhdao.songxanh' },
  ],
  '/desk/mo-hinh/lam-theo/[id]': [{ name: 'practice-too', address: ':practice-too', reader: 'xa.nuivang' }],
  '/desk/bo-tieu-chi': [
    { name: 'scoring-sets', address: '/desk/bo-tieu-chi', reader: 'tinh.vidu' },
    { name: 'scoring-sets-commune', address: '/desk/bo-tieu-chi', reader: 'xa.songxanh' },
  ],
  '/desk/bo-tieu-chi/moi': [
    { name: 'scoring-set-new', address: '/desk/bo-tieu-chi/moi', reader: 'tinh.vidu' },
    { name: 'scoring-set-copied', address: '/desk/bo-tieu-chi/moi?mau=mau-thu-nghiem', reader: 'tinh.vidu' },
  ],
  '/desk/bo-tieu-chi/mau/[code]': [
    { name: 'scoring-pattern', address: '/desk/bo-tieu-chi/mau/tt-01-2018', reader: 'tinh.vidu' },
  ],
  '/desk/bo-tieu-chi/[id]': [{ name: 'scoring-set', address: '/desk/bo-tieu-chi/:scoring-set', reader: 'xa.songxanh' }],
  '/desk/bo-tieu-chi/[id]/sua': [
    { name: 'scoring-set-change', address: '/desk/bo-tieu-chi/:scoring-set/sua', reader: 'tinh.vidu' },
  ],
  '/desk/cham-diem': [
    { name: 'rounds', address: '/desk/cham-diem', reader: 'tinh.vidu' },
    { name: 'rounds-commune', address: '/desk/cham-diem', reader: 'xa.songxanh' },
  ],
  '/desk/cham-diem/moi': [{ name: 'round-new', address: '/desk/cham-diem/moi', reader: 'tinh.vidu' }],
  '/desk/cham-diem/[round]': [
    { name: 'round', address: '/desk/cham-diem/:round', reader: 'tinh.vidu' },
    { name: 'round-auditor', address: '/desk/cham-diem/:round', reader: 'kiemsoat.vidu' },
  ],
  '/desk/cham-diem/[round]/chon': [
    { name: 'round-choose', address: '/desk/cham-diem/:round/chon', reader: 'tinh.vidu' },
  ],
  '/desk/cham-diem/[round]/[subject]': [
    { name: 'round-subject', address: '/desk/cham-diem/:round/:round-subject', reader: 'tinh.vidu' },
  ],
  '/desk/cham-diem/[round]/[subject]/[part]': [
    { name: 'round-sheet', address: '/desk/cham-diem/:round/:round-subject/hoi-dong', reader: 'tinh.vidu' },
  ],
  '/desk/phong-trao': [
    { name: 'campaigns', address: '/desk/phong-trao', reader: 'xa.songxanh' },
    { name: 'campaigns-province', address: '/desk/phong-trao', reader: 'tinh.vidu' },
    { name: 'campaigns-narrowed', address: '/desk/phong-trao?loai=surprise', reader: 'kiemsoat.vidu' },
  ],
  '/desk/phong-trao/moi': [{ name: 'campaign-new', address: '/desk/phong-trao/moi', reader: 'tinh.vidu' }],
  '/desk/phong-trao/[id]': [{ name: 'campaign', address: '/desk/phong-trao/:campaign', reader: 'tinh.vidu' }],
  '/desk/cam-ket': [
    { name: 'pledges', address: '/desk/cam-ket', reader: 'tinh.vidu' },
    { name: 'pledges-empty', address: '/desk/cam-ket?don-vi=vi-du-bai-dau', reader: 'tinh.vidu' },
  ],
  '/desk/cam-ket/moi': [{ name: 'pledge-new', address: '/desk/cam-ket/moi', reader: 'xa.songxanh' }],
  '/desk/cam-ket/[id]': [
    { name: 'pledge', address: '/desk/cam-ket/:pledge', reader: 'tinh.vidu' },
    { name: 'pledge-read', address: '/desk/cam-ket/:pledge', reader: 'xa.songxanh' },
  ],
  '/desk/hoi-thi': [{ name: 'contests', address: '/desk/hoi-thi', reader: 'tinh.vidu' }],
  '/desk/hoi-thi/moi': [{ name: 'contest-new', address: '/desk/hoi-thi/moi', reader: 'tinh.vidu' }],
  '/desk/hoi-thi/[id]': [
    { name: 'contest', address: '/desk/hoi-thi/:contest', reader: 'tinh.vidu' },
    { name: 'contest-read', address: '/desk/hoi-thi/:contest', reader: 'kiemsoat.vidu' },
  ],
  '/desk/mo-hinh': [
    { name: 'initiatives', address: '/desk/mo-hinh', reader: 'xa.songxanh' },
    { name: 'initiatives-none', address: '/desk/mo-hinh?tim=khong+co', reader: 'xa.songxanh' },
    { name: 'initiatives-province', address: '/desk/mo-hinh', reader: 'tinh.vidu' },
    { name: 'initiatives-auditor', address: '/desk/mo-hinh', reader: 'kiemsoat.vidu' },
  ],
  '/desk/mo-hinh/moi': [{ name: 'initiative-new', address: '/desk/mo-hinh/moi', reader: 'xa.songxanh' }],
  '/desk/mo-hinh/tu-tep': [{ name: 'initiatives-file', address: '/desk/mo-hinh/tu-tep', reader: 'xa.songxanh' }],
  '/desk/mo-hinh/duyet': [
    { name: 'initiatives-board', address: '/desk/mo-hinh/duyet?cap=commune', reader: 'tinh.vidu' },
    { name: 'initiatives-waiting', address: '/desk/mo-hinh/duyet', reader: 'lanhdao.songxanh' },
  ],
  '/desk/mo-hinh/[id]': [
    { name: 'initiative', address: '/desk/mo-hinh/:initiative', reader: 'xa.songxanh' },
    { name: 'initiative-auditor', address: '/desk/mo-hinh/:initiative', reader: 'kiemsoat.vidu' },
  ],
  '/desk/mo-hinh/[id]/phieu': [
    { name: 'initiative-check', address: '/desk/mo-hinh/:initiative-draft/phieu', reader: 'xa.songxanh' },
    { name: 'initiative-who', address: '/desk/mo-hinh/:initiative-draft/phieu?trang=ten', reader: 'xa.songxanh' },
    {
      name: 'initiative-field',
      address: '/desk/mo-hinh/:initiative-draft/phieu?trang=linh-vuc',
      reader: 'xa.songxanh',
    },
  ],
  '/desk/khen-thuong': [
    { name: 'awards', address: '/desk/khen-thuong', reader: 'xa.songxanh' },
    { name: 'awards-province', address: '/desk/khen-thuong', reader: 'tinh.vidu' },
    { name: 'awards-empty', address: '/desk/khen-thuong', reader: 'xa.nuivang' },
    { name: 'awards-auditor', address: '/desk/khen-thuong?trang-thai=decided', reader: 'kiemsoat.vidu' },
  ],
  '/desk/khen-thuong/moi': [
    { name: 'award-choose', address: '/desk/khen-thuong/moi', reader: 'xa.songxanh' },
    { name: 'award-new', address: '/desk/khen-thuong/moi?tu=trong', reader: 'xa.songxanh' },
    { name: 'award-choose-province', address: '/desk/khen-thuong/moi?tim=duong', reader: 'tinh.vidu' },
  ],
  '/desk/khen-thuong/[id]': [
    { name: 'award-decided', address: '/desk/khen-thuong/:award-decided', reader: 'xa.songxanh' },
    { name: 'award-returned', address: '/desk/khen-thuong/:award-returned', reader: 'lanhdao.songxanh' },
    { name: 'award-to-receive', address: '/desk/khen-thuong/:award-submitted', reader: 'tinh.vidu' },
    { name: 'award-auditor', address: '/desk/khen-thuong/:award-decided', reader: 'kiemsoat.vidu' },
  ],
  '/desk/khen-thuong/so': [
    { name: 'award-book', address: '/desk/khen-thuong/so', reader: 'xa.songxanh' },
    { name: 'award-book-empty', address: '/desk/khen-thuong/so?nam=2001&loai=individual', reader: 'tinh.vidu' },
  ],
  '/desk/khen-thuong/in': [
    { name: 'award-print', address: '/desk/khen-thuong/in', reader: 'xa.songxanh' },
    { name: 'award-print-refused', address: '/desk/khen-thuong/in?nam=2001&loi=no-layout', reader: 'tinh.vidu' },
  ],
  '/desk/khen-thuong/le-trao': [
    { name: 'ceremonies', address: '/desk/khen-thuong/le-trao', reader: 'xa.songxanh' },
    { name: 'ceremonies-none', address: '/desk/khen-thuong/le-trao', reader: 'xa.nuivang' },
  ],
  '/desk/khen-thuong/le-trao/[id]': [
    { name: 'ceremony', address: '/desk/khen-thuong/le-trao/:ceremony', reader: 'xa.songxanh' },
    { name: 'ceremony-province', address: '/desk/khen-thuong/le-trao/:ceremony', reader: 'tinh.vidu' },
  ],
  '/desk/khen-thuong/quy-dinh': [
    { name: 'award-rules', address: '/desk/khen-thuong/quy-dinh', reader: 'xa.songxanh' },
    { name: 'award-rules-set', address: '/desk/khen-thuong/quy-dinh', reader: 'lanhdao.vidu' },
  ],
  '/desk/bieu-duong': [
    { name: 'praise', address: '/desk/bieu-duong', reader: 'xa.songxanh' },
    { name: 'praise-none', address: '/desk/bieu-duong', reader: 'xa.nuivang' },
  ],
}
