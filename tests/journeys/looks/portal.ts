import type { Looks } from './look.ts'

const publishedOne = 'indicators=F01&unit=huyen-que-son&period=2019-01-01_2022-10-13&from=any'

export const portalLooks: Looks = {
  '/': [
    { name: 'portal', address: '/', reader: 'nobody' },
    { name: 'portal-found', address: '/?q=que+son', reader: 'nobody' },
    { name: 'portal-nothing', address: '/?q=khong+co+xa+nay', reader: 'nobody' },
    { name: 'portal-far', address: '/?trang=999', reader: 'nobody' },
  ],
  '/thu-vien': [
    { name: 'library', address: '/thu-vien', reader: 'nobody' },
    { name: 'library-found', address: '/thu-vien?q=giay+to&noi=vi+du&loai=commune&nam=2025', reader: 'nobody' },
    { name: 'library-none', address: '/thu-vien?q=khong+co+gi&noi=khong+dau+ca', reader: 'nobody' },
  ],
  '/thu-vien/[id]': [{ name: 'practice', address: ':practice', reader: 'nobody' }],
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
  '/van-ban': [
    { name: 'documents', address: '/van-ban', reader: 'nobody' },
    { name: 'documents-found', address: '/van-ban?tim=thi+dua', reader: 'nobody' },
    { name: 'documents-none', address: '/van-ban?tim=khong+co+van+ban+nay', reader: 'nobody' },
  ],
  '/van-ban/[code]': [
    { name: 'document', address: '/van-ban/43-kl-tw', reader: 'nobody' },
    { name: 'document-replaced', address: '/van-ban/98-2023-nd-cp', reader: 'nobody' },
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
}
