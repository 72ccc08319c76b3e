import type { TestDatabase } from '../support/database.ts'
import { workingQuarter } from '../support/period.ts'

export type Reader =
  | 'nobody'
  | 'xa.songxanh'
  | 'lanhdao.songxanh'
  | 'xa.nuivang'
  | 'tinh.vidu'
  | 'lanhdao.vidu'
  | 'quantri.vidu'
  | 'kiemsoat.vidu'
/** Each page in the states that look different, and who reads it. `:x` is filled from the example. */
type Look = { name: string; address: string; reader: Reader }

const publishedOne = 'indicators=F01&unit=huyen-que-son&period=2019-01-01_2022-10-13&from=any'
const comparedQuarters = 'indicators=F01,F06,F10&by=quarter&year=2026&compare=same-period'

export const looks: Record<string, Look[]> = {
  '/': [
    { name: 'portal', address: '/', reader: 'nobody' },
    { name: 'portal-found', address: '/?q=que+son', reader: 'nobody' },
    { name: 'portal-nothing', address: '/?q=khong+co+xa+nay', reader: 'nobody' },
    { name: 'portal-far', address: '/?trang=999', reader: 'nobody' },
  ],
  '/admin/mau-bao-cao': [
    { name: 'templates', address: '/admin/mau-bao-cao', reader: 'quantri.vidu' },
    { name: 'templates-read', address: '/admin/mau-bao-cao', reader: 'kiemsoat.vidu' },
  ],
  '/admin/mau-bao-cao/[id]': [
    { name: 'template-of-the-house', address: '/admin/mau-bao-cao/dan-van@3', reader: 'quantri.vidu' },
    { name: 'template-draft', address: ':template-draft', reader: 'quantri.vidu' },
  ],
  '/admin/mau-bao-cao/tu-tep': [
    { name: 'template-file', address: '/admin/mau-bao-cao/tu-tep', reader: 'quantri.vidu' },
  ],
  '/admin/mau-bao-cao/[id]/xem': [
    { name: 'template-preview', address: ':template-draft/xem', reader: 'quantri.vidu' },
    { name: 'template-preview-house', address: '/admin/mau-bao-cao/dan-van@3/xem', reader: 'kiemsoat.vidu' },
  ],
  '/admin/mau-bao-cao/[id]/so-sanh': [
    { name: 'template-difference', address: '/admin/mau-bao-cao/dan-van@3/so-sanh', reader: 'kiemsoat.vidu' },
    { name: 'template-difference-none', address: ':template-draft/so-sanh', reader: 'quantri.vidu' },
  ],
  '/admin/mau-bao-cao/[id]/them': [
    { name: 'template-add', address: ':template-draft/them?muc=doi-thoai', reader: 'quantri.vidu' },
    {
      name: 'template-add-none',
      address: ':template-draft/them?muc=doi-thoai&tim=khong+co+gi',
      reader: 'quantri.vidu',
    },
  ],
  '/thu-vien': [
    { name: 'library', address: '/thu-vien', reader: 'nobody' },
    { name: 'library-found', address: '/thu-vien?q=giay+to&noi=vi+du&loai=commune&nam=2025', reader: 'nobody' },
    { name: 'library-none', address: '/thu-vien?q=khong+co+gi&noi=khong+dau+ca', reader: 'nobody' },
  ],
  '/thu-vien/[id]': [{ name: 'practice', address: ':practice', reader: 'nobody' }],
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
  '/gioi-thieu': [{ name: 'about', address: '/gioi-thieu', reader: 'nobody' }],
  '/api': [{ name: 'api', address: '/api', reader: 'nobody' }],
  '/tro-giup': [
    { name: 'guide', address: '/tro-giup', reader: 'nobody' },
    { name: 'guide-signed-in', address: '/tro-giup', reader: 'xa.songxanh' },
  ],
  '/quyen-rieng-tu': [{ name: 'privacy', address: '/quyen-rieng-tu', reader: 'nobody' }],
  '/tro-nang': [{ name: 'access', address: '/tro-nang', reader: 'nobody' }],
  '/kham-pha': [
    { name: 'explore-portal', address: '/kham-pha', reader: 'nobody' },
    { name: 'explore-portal-seed', address: '/kham-pha?unit=huyen-kim-son&from=any', reader: 'nobody' },
    { name: 'explore-portal-wrong', address: '/kham-pha?indicators=ZZ99&period=abc&map=1/1/1990', reader: 'nobody' },
  ],
  '/kham-pha/o': [
    { name: 'explore-portal-opened', address: `/kham-pha/o?${publishedOne}`, reader: 'nobody' },
    { name: 'explore-portal-unopened', address: '/kham-pha/o?indicators=ZZ99&period=2026', reader: 'nobody' },
  ],
  '/don-vi': [
    { name: 'country', address: '/don-vi', reader: 'nobody' },
    { name: 'country-past', address: '/don-vi?ngay=30/6/2025', reader: 'nobody' },
    { name: 'units-found', address: '/don-vi?q=suoi', reader: 'nobody' },
    { name: 'units-none', address: '/don-vi?q=khong+co+noi+nay', reader: 'nobody' },
    { name: 'country-wrong-day', address: '/don-vi?ngay=hom+nay', reader: 'nobody' },
  ],
  '/don-vi/[code]': [
    { name: 'unit', address: '/don-vi/vi-du-suoi-mo', reader: 'nobody' },
    { name: 'unit-province', address: '/don-vi/vi-du', reader: 'nobody' },
    { name: 'unit-ended', address: '/don-vi/vi-du-huyen-suoi-mo', reader: 'nobody' },
    { name: 'unit-merged', address: ':unit-merged', reader: 'nobody' },
    { name: 'unit-from-others', address: ':unit-from-others', reader: 'nobody' },
    { name: 'unit-not-then', address: '/don-vi/huyen-que-son?ngay=2026-01-01', reader: 'nobody' },
    { name: 'unit-wrong-day', address: '/don-vi/vi-du-song-xanh?ngay=32/13/2025', reader: 'nobody' },
  ],
  '/don-vi/[code]/so-lieu': [
    { name: 'unit-figures', address: '/don-vi/vi-du/so-lieu', reader: 'nobody' },
    { name: 'unit-figures-reported', address: '/don-vi/huyen-que-son/so-lieu', reader: 'nobody' },
    { name: 'unit-figures-then', address: '/don-vi/huyen-que-son/so-lieu?ban-do=31/12/2023', reader: 'nobody' },
    { name: 'unit-figures-gone', address: '/don-vi/tinh-bac-kan/so-lieu?ban-do=hom-nay', reader: 'nobody' },
    {
      name: 'unit-figures-heir',
      address: '/don-vi/thanh-pho-da-nang-2025/so-lieu?ky=2019-01-01_2022-10-13&chi-tieu=F01',
      reader: 'nobody',
    },
    { name: 'unit-figures-none', address: '/don-vi/vi-du-goc-da/so-lieu', reader: 'nobody' },
    { name: 'unit-figures-wrong-period', address: '/don-vi/vi-du/so-lieu?ky=hom-qua', reader: 'nobody' },
    { name: 'unit-figures-wrong-day', address: '/don-vi/vi-du/so-lieu?ban-do=1/1/1990', reader: 'nobody' },
  ],
  '/don-vi/[code]/bo-chi-tieu/[set]': [
    {
      name: 'programme',
      address: '/don-vi/huyen-le-thuy/bo-chi-tieu/nong-thon-moi?ky=2023&ban-do=bao-cao',
      reader: 'nobody',
    },
    { name: 'programme-province', address: '/don-vi/vi-du/bo-chi-tieu/nong-thon-moi', reader: 'nobody' },
    { name: 'programme-none', address: '/don-vi/vi-du-goc-da/bo-chi-tieu/ocop', reader: 'nobody' },
    {
      name: 'programme-wrong',
      address: '/don-vi/vi-du/bo-chi-tieu/ocop?ky=hom-qua&ban-do=1/1/1990',
      reader: 'nobody',
    },
  ],
  '/don-vi/[code]/bao-cao/[id]/ban-do': [
    { name: 'report-map', address: ':map-source', reader: 'nobody' },
    { name: 'report-map-then', address: ':map-then', reader: 'nobody' },
  ],
  '/don-vi/[code]/bao-cao/[id]': [
    { name: 'public-source', address: ':public-source', reader: 'nobody' },
    { name: 'public-entered', address: ':public-entered', reader: 'nobody' },
  ],
  '/dang-nhap': [{ name: 'sign-in', address: '/dang-nhap', reader: 'nobody' }],
  '/desk': [
    { name: 'home-to-begin', address: '/desk', reader: 'xa.songxanh' },
    { name: 'home-returned', address: '/desk', reader: 'xa.nuivang' },
    { name: 'home-province', address: '/desk', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]': [
    { name: 'entry-returned', address: '/desk/bao-cao/:returned', reader: 'xa.nuivang' },
    { name: 'entry-question', address: '/desk/bao-cao/:returned?o=F07', reader: 'xa.nuivang' },
    { name: 'entry-cumulative', address: '/desk/bao-cao/:cumulative?loc=chua-khop', reader: 'xa.nuivang' },
    { name: 'entry-counted', address: '/desk/bao-cao/:cumulative?o=D03', reader: 'xa.nuivang' },
    { name: 'entry-none', address: '/desk/bao-cao/:returned?loc=chua-co', reader: 'xa.nuivang' },
    { name: 'review-unequal', address: '/desk/bao-cao/:submitted?o=F01', reader: 'tinh.vidu' },
    { name: 'review-unsubmitted', address: '/desk/bao-cao/:draft', reader: 'tinh.vidu' },
    { name: 'audit-of-report', address: '/desk/bao-cao/:submitted', reader: 'kiemsoat.vidu' },
    { name: 'review-accepted', address: '/desk/bao-cao/:accepted', reader: 'lanhdao.vidu' },
  ],
  '/desk/bao-cao/[id]/sua-doi': [
    { name: 'amendments', address: '/desk/bao-cao/:amended/sua-doi', reader: 'xa.songxanh' },
    { name: 'amendments-none', address: '/desk/bao-cao/:accepted/sua-doi', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]/sua-doi/[n]': [
    { name: 'amendment', address: '/desk/bao-cao/:amended/sua-doi/1', reader: 'xa.songxanh' },
    { name: 'amendment-unseen', address: '/desk/bao-cao/:amended/sua-doi/1', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]/phien-ban/[n]': [
    { name: 'first-version', address: '/desk/bao-cao/:amended/phien-ban/0', reader: 'lanhdao.songxanh' },
  ],
  '/desk/bao-cao/[id]/cau-hoi': [
    { name: 'questions-answer', address: '/desk/bao-cao/:returned/cau-hoi', reader: 'xa.nuivang' },
    { name: 'questions-ask', address: '/desk/bao-cao/:submitted/cau-hoi?o=F01', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]/cong-bo': [
    { name: 'publish', address: '/desk/bao-cao/:accepted/cong-bo', reader: 'lanhdao.vidu' },
    { name: 'publish-withdraw', address: '/desk/bao-cao/:amended/cong-bo', reader: 'lanhdao.songxanh' },
  ],
  '/desk/sua-doi': [
    { name: 'all-amendments', address: '/desk/sua-doi', reader: 'tinh.vidu' },
    { name: 'all-amendments-none', address: '/desk/sua-doi?loc=da-bo', reader: 'xa.nuivang' },
  ],
  '/desk/cau-hoi-so-lieu': [
    { name: 'all-questions', address: '/desk/cau-hoi-so-lieu', reader: 'tinh.vidu' },
    { name: 'all-questions-none', address: '/desk/cau-hoi-so-lieu?loc=da-xong&tim=khong-co', reader: 'xa.songxanh' },
  ],
  '/desk/bao-cao/[id]/excel': [
    { name: 'excel', address: '/desk/bao-cao/:returned/excel', reader: 'xa.nuivang' },
    { name: 'excel-cumulative', address: '/desk/bao-cao/:cumulative/excel', reader: 'xa.nuivang' },
  ],
  '/desk/bao-cao/[id]/tai-lieu': [
    { name: 'files-empty', address: '/desk/bao-cao/:returned/tai-lieu', reader: 'xa.nuivang' },
    { name: 'files-unsubmitted', address: '/desk/bao-cao/:draft/tai-lieu', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]/kiem-tra': [
    { name: 'check-returned', address: '/desk/bao-cao/:returned/kiem-tra', reader: 'xa.nuivang' },
    { name: 'check-cumulative', address: '/desk/bao-cao/:cumulative/kiem-tra', reader: 'xa.nuivang' },
  ],
  '/desk/bao-cao/[id]/loi-van': [
    { name: 'prose-writing', address: '/desk/bao-cao/:returned/loi-van', reader: 'xa.nuivang' },
    { name: 'prose-one', address: '/desk/bao-cao/:cumulative/loi-van?muc=ket-qua', reader: 'xa.nuivang' },
    { name: 'prose-none', address: '/desk/bao-cao/:accepted/loi-van', reader: 'lanhdao.vidu' },
  ],
  '/desk/bao-cao/[id]/loi-van/[section]': [
    { name: 'prose-past', address: '/desk/bao-cao/:returned/loi-van/ket-qua', reader: 'xa.nuivang' },
  ],
  '/desk/bao-cao/[id]/nhiem-vu': [
    { name: 'plan-writing', address: '/desk/bao-cao/:returned/nhiem-vu', reader: 'xa.nuivang' },
    { name: 'plan-read', address: '/desk/bao-cao/:accepted/nhiem-vu', reader: 'lanhdao.vidu' },
  ],
  '/desk/bao-cao/[id]/van-ban': [
    { name: 'take-home-draft', address: '/desk/bao-cao/:returned/van-ban', reader: 'xa.nuivang' },
    { name: 'take-home-party', address: '/desk/bao-cao/:accepted/van-ban?the-thuc=dang', reader: 'lanhdao.vidu' },
  ],
  '/desk/bao-cao/[id]/mau-rieng': [
    { name: 'own-template', address: '/desk/bao-cao/:returned/mau-rieng', reader: 'xa.nuivang' },
    {
      name: 'own-template-wrong',
      address: '/desk/bao-cao/:accepted/mau-rieng?sai=unknown&truong=ky_baocao~ky_bao_cao',
      reader: 'lanhdao.vidu',
    },
  ],
  '/desk/so-van-ban-di': [
    { name: 'outgoing', address: '/desk/so-van-ban-di', reader: 'xa.songxanh' },
    { name: 'outgoing-found', address: '/desk/so-van-ban-di?tim=cong+tac&loai=bao-cao&xep=so', reader: 'xa.songxanh' },
    { name: 'outgoing-none', address: '/desk/so-van-ban-di?tim=khong+co', reader: 'xa.nuivang' },
    { name: 'outgoing-read', address: '/desk/so-van-ban-di', reader: 'kiemsoat.vidu' },
  ],
  '/desk/bao-cao/[id]/o/[cell]': [
    { name: 'cell-history', address: '/desk/bao-cao/:returned/o/F07', reader: 'xa.nuivang' },
    { name: 'cell-counted', address: '/desk/bao-cao/:cumulative/o/D03', reader: 'xa.nuivang' },
    { name: 'cell-history-review', address: '/desk/bao-cao/:submitted/o/F01', reader: 'tinh.vidu' },
  ],
  '/desk/tai-khoan': [{ name: 'account', address: '/desk/tai-khoan', reader: 'xa.songxanh' }],
  '/desk/tai-khoan/lien-he': [{ name: 'contact', address: '/desk/tai-khoan/lien-he', reader: 'xa.songxanh' }],
  '/desk/thong-bao': [
    { name: 'notices', address: '/desk/thong-bao', reader: 'xa.nuivang' },
    { name: 'notices-none', address: '/desk/thong-bao?loc=tat-ca', reader: 'lanhdao.vidu' },
  ],
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
  '/van-ban': [
    { name: 'documents', address: '/van-ban', reader: 'nobody' },
    { name: 'documents-found', address: '/van-ban?tim=thi+dua', reader: 'nobody' },
    { name: 'documents-none', address: '/van-ban?tim=khong+co+van+ban+nay', reader: 'nobody' },
  ],
  '/van-ban/[code]': [
    { name: 'document', address: '/van-ban/43-kl-tw', reader: 'nobody' },
    { name: 'document-replaced', address: '/van-ban/98-2023-nd-cp', reader: 'nobody' },
  ],
  '/desk/nghia-vu': [
    { name: 'owed-rules', address: '/desk/nghia-vu', reader: 'lanhdao.vidu' },
    { name: 'owed-rules-auditor', address: '/desk/nghia-vu', reader: 'kiemsoat.vidu' },
  ],
  '/desk/nghia-vu/moi': [{ name: 'owed-new-rule', address: '/desk/nghia-vu/moi', reader: 'tinh.vidu' }],
  '/desk/nghia-vu/[period]': [
    { name: 'owed-period', address: `/desk/nghia-vu/${workingQuarter.key}`, reader: 'tinh.vidu' },
  ],
  '/desk/tong-hop/[period]/chot': [
    { name: 'closing', address: `/desk/tong-hop/${workingQuarter.key}/chot`, reader: 'lanhdao.vidu' },
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
  '/desk/phan-viec': [
    { name: 'work-items', address: '/desk/phan-viec', reader: 'xa.songxanh' },
    { name: 'work-items-none', address: '/desk/phan-viec?tim=khong+co+viec+nay', reader: 'xa.songxanh' },
  ],
  '/desk/phan-viec/moi': [{ name: 'work-item-new', address: '/desk/phan-viec/moi', reader: 'xa.songxanh' }],
  '/desk/phan-viec/[id]': [{ name: 'work-item', address: '/desk/phan-viec/:work-item', reader: 'xa.songxanh' }],
  '/desk/so-ket': [
    { name: 'reviews', address: '/desk/so-ket', reader: 'xa.songxanh' },
    { name: 'reviews-province', address: '/desk/so-ket', reader: 'tinh.vidu' },
  ],
  '/desk/so-ket/moi': [
    { name: 'review-new', address: '/desk/so-ket/moi?van-ban=21-ct-tw&loai=final&nam=10', reader: 'xa.songxanh' },
  ],
  '/desk/so-ket/[id]': [{ name: 'review', address: '/desk/so-ket/:review', reader: 'tinh.vidu' }],
  '/desk/van-ban-chi-dao': [
    { name: 'directives', address: '/desk/van-ban-chi-dao', reader: 'xa.songxanh' },
    { name: 'directives-none', address: '/desk/van-ban-chi-dao?tim=khong+co', reader: 'tinh.vidu' },
  ],
  '/desk/van-ban-chi-dao/moi': [{ name: 'directive-new', address: '/desk/van-ban-chi-dao/moi', reader: 'xa.songxanh' }],
  '/desk/van-ban-chi-dao/[id]': [
    { name: 'directive', address: '/desk/van-ban-chi-dao/:directive', reader: 'lanhdao.songxanh' },
  ],
  '/desk/van-ban-chi-dao/[id]/tep': [
    { name: 'directive-files', address: '/desk/van-ban-chi-dao/:directive/tep', reader: 'xa.songxanh' },
  ],
  '/desk/van-ban-chi-dao/chung/[code]': [
    { name: 'directive-country', address: '/desk/van-ban-chi-dao/chung/43-kl-tw', reader: 'xa.songxanh' },
  ],
  '/desk/doi-thoai': [
    { name: 'register', address: '/desk/doi-thoai', reader: 'xa.songxanh' },
    { name: 'register-year', address: '/desk/doi-thoai?nam=2019', reader: 'xa.songxanh' },
    { name: 'register-empty', address: '/desk/doi-thoai?don-vi=vi-du-bai-dau', reader: 'tinh.vidu' },
    { name: 'register-auditor', address: '/desk/doi-thoai?don-vi=vi-du-nui-vang', reader: 'kiemsoat.vidu' },
    { name: 'registers', address: '/desk/doi-thoai', reader: 'tinh.vidu' },
  ],
  '/desk/doi-thoai/len-lich': [{ name: 'dialogue-plan', address: '/desk/doi-thoai/len-lich', reader: 'xa.songxanh' }],
  '/desk/doi-thoai/[id]/lich': [
    { name: 'dialogue-replan', address: '/desk/doi-thoai/:dialogue-ahead/lich', reader: 'xa.songxanh' },
  ],
  '/desk/doi-thoai/[id]/cau-hoi': [
    { name: 'dialogue-questions', address: '/desk/doi-thoai/:dialogue-ahead/cau-hoi', reader: 'xa.songxanh' },
    { name: 'dialogue-questions-read', address: '/desk/doi-thoai/:dialogue-public/cau-hoi', reader: 'tinh.vidu' },
  ],
  '/desk/doi-thoai/[id]/tra-loi/[question]': [
    {
      name: 'dialogue-answer',
      address: '/desk/doi-thoai/:dialogue-public/tra-loi/:dialogue-question',
      reader: 'xa.songxanh',
    },
  ],
  '/desk/doi-thoai/[id]/bien-ban': [
    { name: 'dialogue-minutes', address: '/desk/doi-thoai/:dialogue/bien-ban', reader: 'xa.songxanh' },
  ],
  '/desk/cam-ket-doi-thoai': [
    { name: 'commitments', address: '/desk/cam-ket-doi-thoai', reader: 'xa.songxanh' },
    { name: 'commitments-all', address: '/desk/cam-ket-doi-thoai?loc=tat-ca', reader: 'tinh.vidu' },
    { name: 'commitments-none', address: '/desk/cam-ket-doi-thoai', reader: 'xa.nuivang' },
  ],
  '/desk/cam-ket-doi-thoai/[id]': [
    { name: 'commitment', address: '/desk/cam-ket-doi-thoai/:commitment', reader: 'xa.songxanh' },
    { name: 'commitment-read', address: '/desk/cam-ket-doi-thoai/:commitment', reader: 'kiemsoat.vidu' },
  ],
  '/doi-thoai': [
    { name: 'dialogues-public', address: '/doi-thoai', reader: 'nobody' },
    { name: 'dialogues-public-none', address: '/doi-thoai?don-vi=khong-co', reader: 'nobody' },
  ],
  '/doi-thoai/[id]': [
    { name: 'dialogue-announced', address: '/doi-thoai/:dialogue-ahead', reader: 'nobody' },
    { name: 'dialogue-published', address: '/doi-thoai/:dialogue-public', reader: 'nobody' },
  ],
  '/doi-thoai/[id]/hoi': [
    { name: 'dialogue-ask', address: '/doi-thoai/:dialogue-ahead/hoi', reader: 'nobody' },
    { name: 'dialogue-ask-closed', address: '/doi-thoai/:dialogue-public/hoi', reader: 'nobody' },
  ],
  '/desk/kiem-tra': [
    { name: 'visits', address: '/desk/kiem-tra', reader: 'tinh.vidu' },
    { name: 'visits-received', address: '/desk/kiem-tra?phia=den', reader: 'xa.songxanh' },
    { name: 'visits-none', address: '/desk/kiem-tra?nam=2019', reader: 'kiemsoat.vidu' },
  ],
  '/desk/kiem-tra/moi': [{ name: 'visit-new', address: '/desk/kiem-tra/moi', reader: 'xa.songxanh' }],
  '/desk/kiem-tra/ke-hoach': [{ name: 'visit-plan', address: '/desk/kiem-tra/ke-hoach', reader: 'tinh.vidu' }],
  '/desk/kiem-tra/chu-de': [{ name: 'visit-topics', address: '/desk/kiem-tra/chu-de', reader: 'tinh.vidu' }],
  '/desk/kiem-tra/[id]': [
    { name: 'visit', address: '/desk/kiem-tra/:visit', reader: 'tinh.vidu' },
    { name: 'visit-received', address: '/desk/kiem-tra/:visit', reader: 'xa.songxanh' },
  ],
  '/desk/kiem-tra/[id]/tai-lieu': [
    { name: 'visit-files', address: '/desk/kiem-tra/:visit/tai-lieu', reader: 'tinh.vidu' },
  ],
  '/desk/ket-luan': [
    { name: 'findings', address: '/desk/ket-luan', reader: 'tinh.vidu' },
    { name: 'findings-ours', address: '/desk/ket-luan', reader: 'xa.songxanh' },
  ],
  '/desk/ket-luan/[id]': [{ name: 'finding', address: '/desk/ket-luan/:finding', reader: 'xa.songxanh' }],
  '/desk/ket-luan/[id]/tai-lieu': [
    { name: 'finding-files', address: '/desk/ket-luan/:finding/tai-lieu', reader: 'xa.songxanh' },
  ],
  '/desk/hoi-nghi': [
    { name: 'meetings', address: '/desk/hoi-nghi', reader: 'xa.songxanh' },
    { name: 'meetings-all', address: '/desk/hoi-nghi', reader: 'tinh.vidu' },
  ],
  '/desk/hoi-nghi/moi': [
    { name: 'meeting-kinds', address: '/desk/hoi-nghi/moi', reader: 'xa.songxanh' },
    { name: 'meeting-new', address: '/desk/hoi-nghi/moi?loai=conference', reader: 'xa.songxanh' },
    { name: 'support-new', address: '/desk/hoi-nghi/moi?loai=support', reader: 'tinh.vidu' },
  ],
  '/desk/hoi-nghi/viec': [{ name: 'meeting-tasks', address: '/desk/hoi-nghi/viec', reader: 'xa.songxanh' }],
  '/desk/hoi-nghi/[id]': [{ name: 'meeting', address: '/desk/hoi-nghi/:meeting', reader: 'xa.songxanh' }],
  '/desk/hoi-nghi/[id]/tai-lieu': [
    { name: 'meeting-files', address: '/desk/hoi-nghi/:meeting/tai-lieu', reader: 'xa.songxanh' },
  ],
  '/desk/doi-thoai/moi': [{ name: 'dialogue-new', address: '/desk/doi-thoai/moi', reader: 'xa.songxanh' }],
  '/desk/doi-thoai/[id]': [
    { name: 'dialogue', address: '/desk/doi-thoai/:dialogue', reader: 'xa.songxanh' },
    { name: 'dialogue-void', address: '/desk/doi-thoai/:dialogue-void', reader: 'xa.songxanh' },
    { name: 'dialogue-auditor', address: '/desk/doi-thoai/:dialogue', reader: 'kiemsoat.vidu' },
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
  '/admin/tu-phong-trao': [
    { name: 'movement-words', address: '/admin/tu-phong-trao', reader: 'quantri.vidu' },
    { name: 'movement-words-auditor', address: '/admin/tu-phong-trao', reader: 'kiemsoat.vidu' },
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
  '/admin/quy-mo': [
    { name: 'sizes', address: '/admin/quy-mo', reader: 'quantri.vidu' },
    { name: 'sizes-none-found', address: '/admin/quy-mo?tim=khong+co', reader: 'quantri.vidu' },
    { name: 'sizes-auditor', address: '/admin/quy-mo?loc=chua', reader: 'kiemsoat.vidu' },
  ],
  '/admin/quy-mo/[code]': [
    { name: 'size', address: '/admin/quy-mo/vi-du-song-xanh', reader: 'quantri.vidu' },
    { name: 'size-auditor', address: '/admin/quy-mo/vi-du-song-xanh', reader: 'kiemsoat.vidu' },
  ],
  '/admin/quy-mo/tu-tep': [{ name: 'sizes-file', address: '/admin/quy-mo/tu-tep', reader: 'quantri.vidu' }],
  '/desk/thon-to': [
    { name: 'hamlets', address: '/desk/thon-to', reader: 'xa.songxanh' },
    { name: 'hamlets-before', address: '/desk/thon-to?ngay=31/12/2024&tim=cau', reader: 'xa.songxanh' },
    { name: 'hamlets-no-day', address: '/desk/thon-to?ngay=mai&tim=khong+co', reader: 'xa.nuivang' },
    { name: 'hamlets-empty', address: '/desk/thon-to?don-vi=vi-du-bai-dau', reader: 'tinh.vidu' },
    { name: 'hamlets-auditor', address: '/desk/thon-to?don-vi=vi-du-nui-vang', reader: 'kiemsoat.vidu' },
    { name: 'hamlets-province', address: '/desk/thon-to', reader: 'tinh.vidu' },
  ],
  '/desk/thon-to/moi': [{ name: 'hamlet-new', address: '/desk/thon-to/moi', reader: 'xa.songxanh' }],
  '/desk/thon-to/them-tu-tep': [{ name: 'hamlet-file', address: '/desk/thon-to/them-tu-tep', reader: 'xa.songxanh' }],
  '/desk/thon-to/[id]': [
    { name: 'hamlet', address: '/desk/thon-to/:hamlet', reader: 'xa.songxanh' },
    { name: 'hamlet-merged', address: '/desk/thon-to/:hamlet-merged', reader: 'xa.songxanh' },
    { name: 'hamlet-above', address: '/desk/thon-to/:hamlet', reader: 'lanhdao.vidu' },
  ],
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
  '/desk/to-chuc': [
    { name: 'bodies', address: '/desk/to-chuc', reader: 'xa.songxanh' },
    { name: 'bodies-before', address: '/desk/to-chuc?ngay=30/6/2025', reader: 'xa.songxanh' },
    { name: 'bodies-district', address: '/desk/to-chuc?don-vi=vi-du-huyen-suoi-mo', reader: 'tinh.vidu' },
    { name: 'bodies-province', address: '/desk/to-chuc?viec=mobilisation', reader: 'tinh.vidu' },
    { name: 'bodies-none', address: '/desk/to-chuc?ngay=1/1/1990', reader: 'kiemsoat.vidu' },
  ],
  '/desk/to-chuc/moi': [{ name: 'body-new', address: '/desk/to-chuc/moi', reader: 'xa.songxanh' }],
  '/desk/to-chuc/[id]': [
    { name: 'body', address: '/desk/to-chuc/:body', reader: 'lanhdao.songxanh' },
    { name: 'body-ended', address: '/desk/to-chuc/:body-ended', reader: 'tinh.vidu' },
  ],
  '/admin/cay-don-vi': [
    { name: 'trees', address: '/admin/cay-don-vi', reader: 'quantri.vidu' },
    { name: 'trees-state', address: '/admin/cay-don-vi?cay=chinh-quyen&ngay=30/6/2025', reader: 'kiemsoat.vidu' },
  ],
  '/admin/danh-muc': [
    { name: 'words', address: '/admin/danh-muc', reader: 'quantri.vidu' },
    { name: 'words-auditor', address: '/admin/danh-muc', reader: 'kiemsoat.vidu' },
  ],
  '/desk/ui': [
    { name: 'parts', address: '/desk/ui', reader: 'xa.songxanh' },
    { name: 'parts-wrong', address: '/desk/ui?loi=1', reader: 'xa.songxanh' },
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
  '/desk/bieu-excel': [{ name: 'own-workbooks', address: '/desk/bieu-excel', reader: 'tinh.vidu' }],
  '/desk/tien-do': [
    { name: 'progress', address: '/desk/tien-do?ky=:quarter', reader: 'tinh.vidu' },
    { name: 'progress-late', address: '/desk/tien-do?ky=:quarter&loc=qua-han&xep=ten', reader: 'lanhdao.vidu' },
    { name: 'progress-audit', address: '/desk/tien-do?ky=2026-q2', reader: 'kiemsoat.vidu' },
    { name: 'progress-none', address: '/desk/tien-do?ky=:quarter&tim=khong+co', reader: 'tinh.vidu' },
    { name: 'progress-before', address: '/desk/tien-do?ky=2019-q1', reader: 'tinh.vidu' },
  ],
  '/desk/tien-do/nhac': [
    { name: 'remind', address: '/desk/tien-do/nhac?ky=:quarter&loc=dang-nhap', reader: 'tinh.vidu' },
    { name: 'remind-none', address: '/desk/tien-do/nhac?ky=:quarter&u=khong-co', reader: 'tinh.vidu' },
  ],
  '/desk/tien-do/nhan': [
    { name: 'accept-many', address: '/desk/tien-do/nhan?ky=:quarter', reader: 'tinh.vidu' },
    { name: 'accept-none', address: '/desk/tien-do/nhan?ky=2019-q1', reader: 'lanhdao.vidu' },
  ],
  '/desk/tien-do/lich-nhac': [
    { name: 'ladder', address: '/desk/tien-do/lich-nhac', reader: 'tinh.vidu' },
    { name: 'ladder-audit', address: '/desk/tien-do/lich-nhac', reader: 'kiemsoat.vidu' },
  ],
  '/desk/tong-hop': [{ name: 'board', address: '/desk/tong-hop', reader: 'tinh.vidu' }],
  '/desk/tong-hop/[period]': [
    { name: 'board-all', address: '/desk/tong-hop/:quarter?loc=tat-ca', reader: 'tinh.vidu' },
    { name: 'board-nothing', address: '/desk/tong-hop/:quarter?tim=khong+co', reader: 'tinh.vidu' },
    { name: 'board-with-districts', address: '/desk/tong-hop/2025-q2', reader: 'lanhdao.vidu' },
    { name: 'board-cumulative', address: '/desk/tong-hop/:cumulative-period?loc=tat-ca', reader: 'tinh.vidu' },
    { name: 'board-typed', address: '/desk/tong-hop/:quarter?go=hom+qua', reader: 'tinh.vidu' },
    { name: 'board-15th', address: '/desk/tong-hop/2026-q2-n15', reader: 'tinh.vidu' },
    { name: 'board-empty', address: '/desk/tong-hop/2019-q1', reader: 'lanhdao.vidu' },
  ],
  '/desk/tong-hop/[period]/ban-do': [
    { name: 'board-map', address: '/desk/tong-hop/2025-q2/ban-do', reader: 'tinh.vidu' },
    { name: 'board-map-then', address: '/desk/tong-hop/2025-q3/ban-do?ban-do=2025-06-30', reader: 'lanhdao.vidu' },
    { name: 'board-map-empty', address: '/desk/tong-hop/2019-q1/ban-do', reader: 'kiemsoat.vidu' },
  ],
  '/desk/tong-hop/[period]/huyen/[unit]': [{ name: 'district', address: ':district', reader: 'tinh.vidu' }],
  '/desk/tai-khoan/xac-thuc': [{ name: 'own-factor', address: '/desk/tai-khoan/xac-thuc', reader: 'xa.songxanh' }],
  '/admin': [
    { name: 'accounts', address: '/admin', reader: 'quantri.vidu' },
    { name: 'accounts-none', address: '/admin?tim=khong+co', reader: 'quantri.vidu' },
    { name: 'accounts-auditor', address: '/admin', reader: 'kiemsoat.vidu' },
  ],
  '/admin/tai-khoan/mo': [{ name: 'account-open', address: '/admin/tai-khoan/mo', reader: 'quantri.vidu' }],
  '/admin/tai-khoan/[id]': [
    { name: 'account-of', address: '/admin/tai-khoan/:account', reader: 'quantri.vidu' },
    { name: 'account-of-auditor', address: '/admin/tai-khoan/:account', reader: 'kiemsoat.vidu' },
  ],
  '/admin/them-tu-tep': [{ name: 'account-list', address: '/admin/them-tu-tep', reader: 'quantri.vidu' }],
  '/admin/ban-giao': [
    { name: 'handover', address: '/admin/ban-giao', reader: 'quantri.vidu' },
    { name: 'handover-work', address: ':handover', reader: 'quantri.vidu' },
  ],
  '/admin/ra-soat': [{ name: 'access-review', address: '/admin/ra-soat', reader: 'quantri.vidu' }],
  '/admin/sap-xep': [
    { name: 'reorganisations', address: '/admin/sap-xep', reader: 'quantri.vidu' },
    { name: 'reorganisations-auditor', address: '/admin/sap-xep', reader: 'kiemsoat.vidu' },
  ],
  '/admin/sap-xep/moi': [{ name: 'reorganisation-new', address: '/admin/sap-xep/moi', reader: 'quantri.vidu' }],
  '/admin/sap-xep/[id]': [
    { name: 'reorganisation-draft', address: '/admin/sap-xep/:meant', reader: 'quantri.vidu' },
    { name: 'reorganisation-decided', address: '/admin/sap-xep/:decided', reader: 'quantri.vidu' },
    { name: 'reorganisation-auditor', address: '/admin/sap-xep/:meant', reader: 'kiemsoat.vidu' },
  ],
  '/admin/sap-xep/[id]/thong-tin': [
    { name: 'reorganisation-head', address: '/admin/sap-xep/:meant/thong-tin', reader: 'quantri.vidu' },
  ],
  '/admin/sap-xep/[id]/buoc': [
    { name: 'step-merge', address: '/admin/sap-xep/:meant/buoc?loai=merge', reader: 'quantri.vidu' },
    { name: 'step-split', address: '/admin/sap-xep/:meant/buoc?loai=split', reader: 'quantri.vidu' },
    { name: 'step-transfer', address: '/admin/sap-xep/:meant/buoc?loai=partial-transfer', reader: 'quantri.vidu' },
    { name: 'step-kind', address: '/admin/sap-xep/:meant/buoc?loai=kind-change', reader: 'quantri.vidu' },
  ],
  '/admin/sap-xep/[id]/tu-tep': [
    { name: 'steps-file', address: '/admin/sap-xep/:meant/tu-tep', reader: 'quantri.vidu' },
  ],
  '/admin/sap-xep/[id]/ti-le': [
    { name: 'shares', address: '/admin/sap-xep/:decided/ti-le', reader: 'quantri.vidu' },
    { name: 'shares-auditor', address: '/admin/sap-xep/:decided/ti-le', reader: 'kiemsoat.vidu' },
  ],
  '/admin/ti-le': [
    { name: 'divisions', address: '/admin/ti-le', reader: 'quantri.vidu' },
    { name: 'divisions-none-found', address: '/admin/ti-le?tim=khong%20co', reader: 'quantri.vidu' },
    { name: 'divisions-auditor', address: '/admin/ti-le', reader: 'kiemsoat.vidu' },
  ],
  '/admin/ti-le/[code]': [
    { name: 'division', address: '/admin/ti-le/vi-du-vach-da-truoc-2025', reader: 'quantri.vidu' },
  ],
  '/admin/ti-le/tu-tep': [{ name: 'divisions-file', address: '/admin/ti-le/tu-tep', reader: 'quantri.vidu' }],
  '/desk/sap-xep': [{ name: 'predecessors', address: '/desk/sap-xep', reader: 'xa.songxanh' }],
  '/admin/noi-ban-hanh': [{ name: 'issuing', address: '/admin/noi-ban-hanh', reader: 'quantri.vidu' }],
  '/admin/noi-ban-hanh/[of]/[layout]': [
    { name: 'issuing-words', address: '/admin/noi-ban-hanh/commune/dang', reader: 'quantri.vidu' },
    { name: 'issuing-words-read', address: '/admin/noi-ban-hanh/province/nha-nuoc', reader: 'kiemsoat.vidu' },
  ],
  '/admin/lich-lam-viec': [
    { name: 'calendar', address: '/admin/lich-lam-viec?nam=2026', reader: 'quantri.vidu' },
    { name: 'calendar-estimate', address: '/admin/lich-lam-viec?nam=2027', reader: 'quantri.vidu' },
    { name: 'calendar-unknown', address: '/admin/lich-lam-viec?nam=2028', reader: 'kiemsoat.vidu' },
  ],
  '/admin/lich-lam-viec/[nam]/nhap': [
    { name: 'calendar-enter', address: '/admin/lich-lam-viec/2027/nhap', reader: 'quantri.vidu' },
    { name: 'calendar-estimated', address: '/admin/lich-lam-viec/2028/nhap', reader: 'quantri.vidu' },
  ],
  '/admin/nhat-ky': [
    { name: 'audit', address: '/admin/nhat-ky?kiem-chuoi=1', reader: 'quantri.vidu' },
    { name: 'audit-wrong', address: '/admin/nhat-ky?tu=hom+nay', reader: 'kiemsoat.vidu' },
    { name: 'audit-none', address: '/admin/nhat-ky?tu=1/1/2019&den=2/1/2019', reader: 'kiemsoat.vidu' },
  ],
}

/** Pages one can only be led to; the journeys go there. */
export const ledTo = [
  '/don-vi/[code]/bao-cao/[id]/ban-truoc/[n]',
  '/dang-nhap/ma',
  '/dang-nhap/khoi-phuc',
  '/dang-nhap/kich-hoat',
  '/dang-nhap/gui-tiep',
]

/** An address with each `:name` found in the example. */
export async function filled(database: TestDatabase, address: string): Promise<string> {
  let whole = address
  for (const [mark, name = ''] of address.matchAll(/:([a-z-]+)/g))
    whole = whole.replace(mark, name === 'quarter' ? workingQuarter.key : await found(database, name))
  return whole
}

const inLastQuarter = `r.regime = 'quarter' and r.period_to = (select max(period_to) from report where regime = 'quarter')`

const sought: Record<string, string> = {
  'unit-merged': `select '/don-vi/' || u.code as found from territorial_link l
    join unit u on u.id = l.from_unit_id where u.code like 'vi-du-%' order by u.code limit 1`,
  'unit-from-others': `select '/don-vi/' || u.code as found from territorial_link l
    join unit u on u.id = l.to_unit_id where u.code like 'vi-du-%' order by l.extent, u.code limit 1`,
  'public-source': `select '/don-vi/' || u.code || '/bao-cao/' || p.report_id as found from publication p
    join unit u on u.id = p.unit_id where u.code = 'huyen-que-son'`,
  'map-source': `select '/don-vi/' || u.code || '/bao-cao/' || p.report_id || '/ban-do' as found from publication p
    join unit u on u.id = p.unit_id where u.code = 'huyen-que-son'`,
  'map-then': `select '/don-vi/' || u.code || '/bao-cao/' || p.report_id || '/ban-do?ban-do=2025-06-30' as found
    from publication p join unit u on u.id = p.unit_id where p.origin = 'entered' order by p.report_id limit 1`,
  'public-entered': `select '/don-vi/' || u.code || '/bao-cao/' || p.report_id as found from publication p
    join unit u on u.id = p.unit_id where p.origin = 'entered' order by p.published_at desc, p.report_id limit 1`,
  practice: `select '/thu-vien/' || p.initiative_id as found from library_page p join unit u on u.id = p.unit_id
    where u.code = 'vi-du-song-xanh'`,
  'practice-desk': `select '/desk/mo-hinh/' || p.initiative_id as found from library_page p join unit u on u.id = p.unit_id
    where u.code = 'vi-du-song-xanh'`,
  'practice-line': `select '/desk/mo-hinh/' || f.initiative_id || '/theo-doi/' || f.id as found from follow_up f
    join unit u on u.id = f.unit_id where u.code = 'vi-du-song-xanh' and f.kind = 'output' order by f.id limit 1`,
  'template-draft': `select '/admin/mau-bao-cao/' || id as found from template_version where id = 'rieng-vi-du@1'`,
  'practice-too': `select '/desk/mo-hinh/lam-theo/' || p.initiative_id as found from library_page p join unit u on u.id = p.unit_id
    where u.code = 'vi-du-song-xanh'`,
  amended: `select a.report_id as found from amendment a join unit u on u.id = a.unit_id
    where u.code = 'vi-du-song-xanh' order by a.report_id limit 1`,
  returned: `select r.id as found from report r join unit u on u.id = r.unit_id
    where u.code = 'vi-du-nui-vang' and r.status = 'returned'`,
  cumulative: `select r.id as found from report r join unit u on u.id = r.unit_id
    where u.code = 'vi-du-nui-vang' and r.status = 'draft' and r.regime <> 'quarter'`,
  'cumulative-period': `select to_char(period_from, 'YYYY-MM-DD') || '_' || to_char(period_to, 'YYYY-MM-DD') as found
    from report where status = 'draft' and regime <> 'quarter' limit 1`,
  submitted: `select r.id as found from report r join unit u on u.id = r.unit_id
    where u.code = 'vi-du-bai-dau' and r.status = 'submitted'`,
  draft: `select r.id as found from report r where r.status = 'draft' and ${inLastQuarter} order by r.id limit 1`,
  accepted: `select r.id as found from report r where r.status = 'accepted' and ${inLastQuarter} order by r.id limit 1`,
  account: `select id as found from account where sign_in_name = 'xa.nuivang'`,
  handover: `select '/admin/ban-giao?tu=31/12/2099&nhiem-vu=' || d.id || '&nhan=' || t.id as found
    from duty d join account f on f.id = d.account_id, account t
    where f.sign_in_name = 'xa.nuivang' and t.sign_in_name = 'xa.songxanh'`,
  dialogue: `select d.id as found from dialogue d join unit u on u.id = d.unit_id
    where u.code = 'vi-du-song-xanh' and d.void_reason is null order by d.held_on limit 1`,
  meant: `select id as found from reorganisation where status = 'draft'`,
  decided: `select id as found from reorganisation where status = 'decided'`,
  target: `select t.id as found from figure_target t join unit u on u.id = t.unit_id
    where u.code = 'vi-du-song-xanh' and t.n > 1 limit 1`,
  'target-withdrawn': `select id as found from figure_target where not is_in_force limit 1`,
  initiative: `select y.initiative_id as found from initiative_year y join unit u on u.id = y.unit_id
    where u.code = 'vi-du-song-xanh' and y.state = 'recognised' limit 1`,
  'initiative-draft': `select y.initiative_id as found from initiative_year y join unit u on u.id = y.unit_id
    where u.code = 'vi-du-song-xanh' and y.state = 'draft' limit 1`,
  'scoring-set': `select id as found from scoring_set where name like 'Phiếu chấm%' limit 1`,
  round: `select id as found from appraisal_round order by created_at limit 1`,
  'round-subject': `select subject_id as found from appraisal_sheet order by id limit 1`,
  visit: `select id as found from visit where kind = 'supervision' order by held_on desc limit 1`,
  finding: `select f.id as found from finding f join unit u on u.id = f.owner_unit_id
    where u.code = 'vi-du-song-xanh' and f.severity = 'serious' limit 1`,
  meeting: `select m.id as found from meeting m join unit u on u.id = m.unit_id
    where u.code = 'vi-du-song-xanh' and m.kind = 'conference' limit 1`,
  'dialogue-ahead': `select id as found from dialogue where state = 'announced' limit 1`,
  'dialogue-public': `select id as found from dialogue where state = 'published' limit 1`,
  'dialogue-question': `select q.id as found from dialogue_question q join dialogue d on d.id = q.dialogue_id
    where d.state = 'published' order by q.asked_at limit 1`,
  commitment: `select id as found from commitment where state = 'open' order by id limit 1`,
  'award-decided': `select id as found from award where state = 'decided' and recipient_kind = 'individual' limit 1`,
  'award-returned': `select id as found from award where state = 'returned' limit 1`,
  'award-submitted': `select id as found from award where state = 'submitted' limit 1`,
  ceremony: `select id as found from ceremony limit 1`,
  campaign: `select id as found from campaign where kind = 'theme' limit 1`,
  pledge: `select id as found from pledge limit 1`,
  contest: `select id as found from contest limit 1`,
  'work-item': `select id as found from work_item order by title limit 1`,
  review: `select id as found from directive_review where years = 5 limit 1`,
  directive: `select id as found from local_directive where unit_id <> province_id limit 1`,
  'dialogue-void': `select id as found from dialogue where void_reason is not null limit 1`,
  hamlet: `select v.sub_commune_id as found from sub_commune_version v join unit u on u.id = v.unit_id
    where u.code = 'vi-du-song-xanh' and v.name = 'Đồi Ngang'`,
  'hamlet-merged': `select v.sub_commune_id as found from sub_commune_version v join unit u on u.id = v.unit_id
    where u.code = 'vi-du-song-xanh' and v.change = 'merged' order by v.name limit 1`,
  body: `select v.body_id as found from body_version v join unit u on u.id = v.unit_id
    where u.code = 'vi-du-song-xanh' and v.change = 'taken-over'`,
  'body-ended': `select v.body_id as found from body_version v join unit u on u.id = v.unit_id
    where u.code = 'vi-du-song-xanh' and v.change = 'merged'`,
  district: `select '/desk/tong-hop/2025-q2/huyen/' || u.id as found from unit u
    join unit_version v on v.unit_id = u.id join unit p on p.id = v.province_id
    where v.level = 'district' and p.code = 'vi-du' order by u.code limit 1`,
}

async function found(database: TestDatabase, name: string): Promise<string> {
  const [row] = await database.asOwner<{ found: string }>(sought[name] ?? '')
  if (!row) throw new Error(`The example has nothing for ${name}`)
  return row.found
}
