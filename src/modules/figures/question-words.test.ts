import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { localDate } from '#kernel/local-date.ts'
import { standardBook } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import { registerOf } from '#modules/territory/register.ts'
import { rowsOfFolder } from '../../../tests/support/reference-register.ts'
import { indicatorSynonyms } from './question-synonyms.ts'
import { questionAddress, readQuestion, writeQuestion } from './question-text.ts'
import type { WordBook } from './question-words-reading.ts'
import { readQuestionWords } from './question-words.ts'

const folders = [rowsOfFolder('db/reference'), rowsOfFolder('db/example')]
const register = registerOf({
  begins: folders[0]?.begins ?? localDate('2022-10-01'),
  versions: folders.flatMap(({ versions }) => versions),
  events: folders.flatMap(({ events }) => events),
  links: folders.flatMap(({ links }) => links),
  acts: folders.flatMap(({ acts }) => acts),
})
const table = readCsv('indicator_version.csv', readFileSync('db/reference/indicator_version.csv', 'utf8'))
const indicators = table.rows.map((row) => {
  const cell = namedCells(table, row)
  const dimensions = cell('dimensions').slice(1, -1).split(',').filter(Boolean)
  return { code: cell('indicator_code'), name: cell('name'), dimensions }
})
const province = register.table.rows.find(({ code }) => code === 'vi-du')
if (!province) throw new Error('The example province is not in the register')
const book: WordBook = {
  indicators,
  register,
  today: localDate('2026-11-22'),
  periods: {
    ...standardBook,
    named: [{ regime: 'term', name: 'nhiệm kỳ 2020-2025', from: localDate('2020-11-01'), to: localDate('2025-10-31') }],
  },
  own: { unit: 'vi-du-suoi-mo', province: 'vi-du', provinceId: province.unit },
}

/** What a line asks, as an address; what is offered (→) and what was not understood (✗). */
const corpus: readonly (readonly [line: string, address: string, rest?: string])[] = [
  [
    'hồ sơ đúng hạn theo tỉnh, 12 tháng, so với cùng kỳ',
    'indicators=F06&by=province,month&year=2026&compare=same-period',
  ],
  ['tỷ lệ đúng hạn quý 3/2026 các xã', 'indicators=F10&by=commune&period=2026-q3'],
  [
    'đối thoại theo quý 2025 2026 xã sông xanh',
    'by=quarter&unit=vi-du-song-xanh&year=2025,2026',
    'đối thoại → D03 D01 D05',
  ],
  ['mo hinh dan van kheo theo thang nam 2026 ban do hom nay', 'indicators=B01&by=month&year=2026&map=today'],
  [
    'ho so dung han theo tinh 12 thang so voi cung ky',
    'indicators=F06&by=province,month&year=2026&compare=same-period',
  ],
  ['Tỷ lệ giải quyết đúng hạn, quý III năm 2026, theo xã', 'indicators=F10&by=commune&period=2026-q3'],
  ['tl dung han q3/2026 cac xa', 'indicators=F10&by=commune&period=2026-q3'],
  ['tỉ lệ đúng hạn quí 3 năm 2026 từng xã', 'indicators=F10&by=commune&period=2026-q3'],
  ['F10 quý 3/2026 theo xã', 'indicators=F10&by=commune&period=2026-q3'],
  ['f06, f07 theo tháng 2026', 'indicators=F06,F07&by=month&year=2026'],
  ['F06,F07,F05 theo tỉnh năm 2025 và 2026', 'indicators=F06,F07,F05&by=province&year=2025,2026'],
  ['K01:collective theo năm', 'indicators=K01:collective&by=year'],
  ['giấy khen tập thể theo năm 2024-2026', 'indicators=K01:collective&by=year&year=2024..2026'],
  ['hồ sơ trễ hạn 6 tháng đầu năm 2026 theo xã phường', 'indicators=F07&by=commune&period=2026-6-thang'],
  [
    'hồ sơ trễ hạn 6 tháng đầu năm 2026 so với cùng kỳ năm trước',
    'indicators=F07&period=2026-6-thang&compare=same-period',
  ],
  ['hs tre han 9 thang 2026', 'indicators=F07&period=2026-9-thang'],
  ['lượt tiếp công dân tháng 10/2026 các xã, phường', 'indicators=E01&by=commune&period=2026-t10'],
  ['lượt tiếp công dân từ tháng 1 đến tháng 6 năm 2026', 'indicators=E01&period=2026-t01..2026-t06'],
  [
    'người được tiếp theo quý năm 2026 phường bến nghé',
    'indicators=E02&by=quarter&unit=phuong-ben-nghe-26740&year=2026',
  ],
  ['tiêu chí nông thôn mới bình quân mỗi xã năm 2023 huyện Lệ Thủy', 'indicators=I02&unit=huyen-le-thuy&year=2023'],
  ['tiêu chí ntm huyện lệ thủy 2023', 'indicators=I01&unit=huyen-le-thuy&year=2023'],
  ['sản phẩm ocop huyện le thuy nam 2023', 'indicators=I09&unit=huyen-le-thuy&year=2023'],
  ['ocop 4 sao theo năm', 'indicators=I11&by=year'],
  ['khu dân cư kiểu mẫu được công nhận năm 2023', 'indicators=I04:recognised&year=2023'],
  ['khu dân cư kiểu mẫu năm 2023', 'year=2023', 'khu dân cư kiểu mẫu → I04:recognised I04:under-appraisal'],
  ['xã thực hiện chính quyền thân thiện năm 2026 theo tỉnh', 'indicators=F24&by=province&year=2026'],
  ['chính quyền thân thiện', '', 'chính quyền thân thiện → F24 F22 F23'],
  ['hộ nghèo theo năm 2024 đến 2026 trên bản đồ hôm nay', 'indicators=H02:poor&by=year&year=2024..2026&map=today'],
  ['ho ngheo theo nam 2024 2025 2026', 'indicators=H02:poor&by=year&year=2024..2026'],
  ['hộ cận nghèo theo xã năm 2026 so với kế hoạch', 'indicators=H02:near-poor&by=commune&year=2026&compare=target'],
  ['nhà đại đoàn kết theo tỉnh năm 2026 so với chỉ tiêu', 'indicators=H05&by=province&year=2026&compare=target'],
  ['nhà đại đoàn kết toàn tỉnh năm 2026', 'indicators=H05&unit=vi-du&year=2026'],
  ['bằng khen cá nhân 5 năm qua', 'indicators=K02:individual&year=2021..2025'],
  ['hồ sơ đúng hạn 4 quý gần nhất', 'indicators=F06&by=quarter&period=2025-q4..2026-q3'],
  ['hồ sơ đúng hạn 12 tháng qua xã tôi', 'indicators=F06&by=month&unit=vi-du-suoi-mo&period=2025-t11..2026-t10'],
  ['hồ sơ đúng hạn tháng trước', 'indicators=F06&period=2026-t10'],
  ['hồ sơ đúng hạn quý này so với cùng kỳ', 'indicators=F06&period=2026-q4&compare=same-period'],
  ['hồ sơ đúng hạn quý trước các xã trong tỉnh', 'indicators=F06&by=commune&unit=vi-du&period=2026-q3'],
  ['hồ sơ đúng hạn năm nay', 'indicators=F06&year=2026'],
  ['hồ sơ đúng hạn năm ngoái theo tháng', 'indicators=F06&by=month&year=2025'],
  ['hồ sơ đúng hạn quý 1, 2, 3 năm 2026', 'indicators=F06&period=2026-q1..2026-q3'],
  ['hồ sơ đúng hạn quý 1 đến quý 3 năm 2026', 'indicators=F06&period=2026-q1..2026-q3'],
  ['hồ sơ đúng hạn quý I và quý II năm 2026', 'indicators=F06&period=2026-q1,2026-q2'],
  ['hồ sơ đúng hạn quý 3 2025 2026', 'indicators=F06&period=2025-q3,2026-q3'],
  ['hồ sơ đúng hạn tháng 3, 4, 5 năm 2026', 'indicators=F06&period=2026-t03..2026-t05'],
  ['hồ sơ đúng hạn tháng 11/2025 đến tháng 2/2026', 'indicators=F06&period=2025-t11..2026-t02'],
  ['hồ sơ đúng hạn từ 1/1/2026 đến 31/3/2026', 'indicators=F06&period=2026-q1'],
  ['hồ sơ đúng hạn từ đầu năm đến nay', 'indicators=F06&period=2026-01-01_2026-11-22'],
  ['hồ sơ đúng hạn quý 3', 'indicators=F06&period=2026-q3'],
  ['hồ sơ đúng hạn 6 tháng cuối năm 2025', 'indicators=F06&period=2025-6-thang-cuoi'],
  ['hồ sơ đúng hạn 9T/2026', 'indicators=F06&period=2026-9-thang'],
  ['hồ sơ đúng hạn nửa đầu năm 2026', 'indicators=F06&period=2026-6-thang'],
  ['mô hình xây dựng mới năm 2026 xã Núi Vàng', 'indicators=B05&unit=vi-du-nui-vang&year=2026'],
  [
    'mô hình duy trì xã núi vàng, xã sông xanh năm 2026',
    'indicators=B06&unit=vi-du-nui-vang,vi-du-song-xanh&year=2026',
  ],
  [
    'mô hình nhân rộng các xã Sông Xanh, Núi Vàng quý 2/2026',
    'indicators=B16&by=unit&unit=vi-du-song-xanh,vi-du-nui-vang&period=2026-q2',
  ],
  ['mô hình lĩnh vực kinh tế theo tỉnh 2026', 'indicators=B09&by=province&year=2026'],
  ['tỷ lệ mô hình được công nhận theo xã năm 2026', 'indicators=B14&by=commune&year=2026'],
  ['mô hình', '', 'mô hình → B01 B05 B06 B13'],
  ['đối thoại', '', 'đối thoại → D03 D01 D05'],
  ['cuộc đối thoại chuyên đề theo quý năm 2026', 'indicators=D05&by=quarter&year=2026'],
  ['ý kiến nêu tại đối thoại quý 3/2026 theo xã', 'indicators=D06&by=commune&period=2026-q3'],
  ['ý kiến cử tri tỉnh Quảng Trị năm 2026', 'indicators=D10&unit=tinh-quang-tri-2025&year=2026'],
  ['lượt cử tri dự tiếp xúc theo năm tỉnh ví dụ', 'indicators=D09&by=year&unit=vi-du'],
  ['txct theo quý 2026', 'by=quarter&year=2026', 'txct → D08 D09'],
  ['đơn khiếu nại quý 3/2026 toàn tỉnh', 'indicators=E09&unit=vi-du&period=2026-q3'],
  ['đơn tố cáo quý 3/2026', 'indicators=E10&period=2026-q3'],
  ['đơn kiến nghị, phản ánh nhận được quý 3/2026', 'indicators=E11&period=2026-q3'],
  ['đơn trùng theo phân tổ năm 2026', 'indicators=E13&by=part&year=2026'],
  ['giấy khen theo tập thể và cá nhân năm 2026', 'indicators=K01&by=part&year=2026'],
  ['kết quả giải quyết khiếu nại chia theo loại năm 2026', 'indicators=E19&by=part&year=2026'],
  ['quỹ vì người nghèo năm 2026 theo xã', 'indicators=H06&by=commune&year=2026'],
  ['quy vi nguoi ngheo 2026 theo xa', 'indicators=H06&by=commune&year=2026'],
  ['thư xin lỗi do trễ hạn theo tháng năm 2026 biểu đồ cột', 'indicators=F12&by=month&year=2026&view=bars'],
  ['hồ sơ trực tuyến tháng 9/2026', 'period=2026-t09', 'hồ sơ trực tuyến → F02 F17'],
  ['hồ sơ nhận trực tuyến tháng 9/2026 vẽ biểu đồ đường', 'indicators=F02&period=2026-t09&view=line'],
  ['phản biện xã hội năm 2026 theo tỉnh', 'indicators=C07&by=province&year=2026'],
  ['hội nghị phản biện quý 3/2026', 'indicators=C07&period=2026-q3'],
  ['giám sát của mặt trận năm 2026', 'indicators=C06&year=2026'],
  [
    'cuộc giám sát của Mặt trận theo quý năm 2026 xã sông xanh',
    'indicators=C06&by=quarter&unit=vi-du-song-xanh&year=2026',
  ],
  ['kiểm tra đột xuất quý 2/2026', 'indicators=C04&period=2026-q2'],
  ['hòa giải ở cơ sở năm 2026', 'indicators=G15&year=2026'],
  ['hoà giải năm 2026', 'indicators=G15&year=2026'],
  ['tổ tự quản theo xã năm 2026', 'indicators=G14&by=commune&year=2026'],
  ['hương ước năm 2026', 'indicators=G11&year=2026'],
  ['số hoá hồ sơ năm 2026', 'indicators=F19&year=2026'],
  ['tỷ lệ hài lòng tháng 9/2026', 'period=2026-t09', 'tỷ lệ hài lòng → F20 E22'],
  ['lớp tập huấn năm 2026', 'indicators=A08&year=2026'],
  ['tin bài điển hình quý 3/2026', 'indicators=A12&period=2026-q3'],
  ['ngày công huy động theo năm 2024..2026', 'indicators=B23&by=year&year=2024..2026'],
  ['diện tích đất hiến năm 2026 theo xã', 'indicators=B24&by=commune&year=2026'],
  ['tiền huy động cho mô hình theo quý 2026', 'indicators=B22&by=quarter&year=2026'],
  ['hồ sơ đúng hạn, hồ sơ trễ hạn theo tháng 2026', 'indicators=F06,F07&by=month&year=2026'],
  ['hồ sơ đúng hạn và hồ sơ trễ hạn quý 3/2026', 'indicators=F06,F07&period=2026-q3'],
  ['hồ sơ đúng hạn trên bản đồ ngày 30/6/2025 năm 2024', 'indicators=F06&year=2024&map=2025-06-30'],
  ['hồ sơ đúng hạn như đã báo cáo năm 2024 theo huyện', 'indicators=F06&by=district&year=2024'],
  ['hồ sơ đúng hạn quý 3/2026 số đã duyệt', 'indicators=F06&period=2026-q3&counts=accepted'],
  ['hồ sơ đúng hạn quý 3/2026 kể cả đã nộp', 'indicators=F06&period=2026-q3&counts=handed-in'],
  ['hồ sơ đúng hạn quý 3/2026 số đã công bố', 'indicators=F06&period=2026-q3&counts=published'],
  ['hồ sơ đúng hạn quý 3/2026 kể cả đang nhập xã tôi', 'indicators=F06&unit=vi-du-suoi-mo&period=2026-q3&counts=open'],
  ['hồ sơ đúng hạn so với quý trước', 'indicators=F06', '✗ so với quý trước'],
  ['tỷ trọng hồ sơ trễ hạn theo xã năm 2026', 'indicators=F07&by=commune&year=2026&compare=whole'],
  [
    'hồ sơ đúng hạn so với các xã cùng loại năm 2026 xã sông xanh',
    'indicators=F06&unit=vi-du-song-xanh&year=2026&compare=peers',
  ],
  ['xã nào hồ sơ trễ hạn quý 3/2026', 'indicators=F07&by=commune&period=2026-q3'],
  ['xếp hạng các xã theo tỷ lệ đúng hạn quý 3/2026', 'indicators=F10&by=commune&period=2026-q3'],
  ['hồ sơ trễ hạn cao nhất quý 3/2026', 'indicators=F07&period=2026-q3', '✗ cao nhất'],
  ['các phường hồ sơ đúng hạn năm 2026', 'indicators=F06&year=2026', '✗ các phường'],
  ['dân số năm 2026 theo tỉnh', 'by=province&year=2026', '✗ dân số'],
  ['chỉ số hài lòng PAPI 2026', 'year=2026', 'hài lòng → F20 E22 | ✗ chỉ số | ✗ PAPI'],
  ['hồ sơ đúng hạn xã Trời Ơi quý 3/2026', 'indicators=F06&period=2026-q3', '✗ xã Trời Ơi'],
  [
    'hồ sơ đúng hạn xã Tân Lập quý 3/2026',
    'indicators=F06&period=2026-q3',
    'xã Tân Lập → xa-tan-lap-19462-2025 xa-tan-lap-23134-2025 xa-tan-lap-25489-2025',
  ],
  [
    'hồ sơ đúng hạn xã Đức Nhàn tỉnh Gia Lai quý 3/2026',
    'indicators=F06&unit=xa-duc-nhan-04846-2025,tinh-gia-lai-2025&period=2026-q3',
  ],
  ['hồ sơ đúng hạn TP. Huế năm 2026', 'indicators=F06&unit=thanh-pho-hue&year=2026'],
  ['hồ sơ đúng hạn tphcm năm 2026', 'indicators=F06&unit=thanh-pho-ho-chi-minh-2025&year=2026'],
  ['hồ sơ đúng hạn Đà Nẵng 2026', 'indicators=F06&unit=thanh-pho-da-nang-2025&year=2026'],
  ['hồ sơ đúng hạn hà nội, đà nẵng năm 2026', 'indicators=F06&unit=thanh-pho-ha-noi,thanh-pho-da-nang-2025&year=2026'],
  ['ho so dung han ha noi nam 2026', 'indicators=F06&unit=thanh-pho-ha-noi&year=2026'],
  ['hồ sơ đúng hạn theo tỉnh, theo xã năm 2026', 'indicators=F06&by=province&year=2026', '✗ theo xã'],
  ['hồ sơ đúng hạn theo tháng theo quý', 'indicators=F06&by=month', '✗ theo quý'],
  ['H07 theo tỉnh', 'indicators=H07&by=province'],
  ['Z99 theo tỉnh', 'by=province', '✗ Z99'],
  ['hồ sơ đúng hạn tháng 13/2026', 'indicators=F06', '✗ tháng 13/2026'],
  ['hồ sơ đúng hạn quý 5/2026', 'indicators=F06', '✗ quý 5/2026'],
  ['asdf qwer', '', '✗ asdf qwer'],
  ['2026', 'year=2026'],
  ['theo tỉnh', 'by=province'],
  ['so với cùng kỳ', 'compare=same-period'],
  ['tăng giảm tiêu chí nông thôn mới so với cuối năm trước', 'indicators=I03'],
  ['Tiêu chí nông thôn mới tăng, giảm so với cuối năm trước năm 2023', 'indicators=I03&year=2023'],
  ['vườn kiểu mẫu và vườn đạt chuẩn năm 2023 huyện lệ thủy', 'indicators=I05,I06&unit=huyen-le-thuy&year=2023'],
  ['đoạn đường kiểu mẫu, hợp tác xã kiểu mẫu năm 2023', 'indicators=I07,I08&year=2023'],
  ['hộ thoát nghèo theo năm giai đoạn 2021-2025', 'indicators=H01&by=year&year=2021..2025'],
  ['hộ thoát nghèo giai đoạn 2021-2025', 'indicators=H01&period=2021-01-01_2025-12-31'],
  ['bằng khen nhiệm kỳ 2020-2025', 'indicators=K02&period=2020-11-01_2025-10-31'],
  ['tổng hồ sơ phải giải quyết quý 3/2026 cả nước', 'indicators=F01&period=2026-q3', '✗ cả nước'],
  ['hồ sơ đúng hạn 3 tháng đầu năm 2026', 'indicators=F06&period=2026-q1'],
  ['số buổi làm thủ tục ngày thứ bảy tháng 8/2026 theo xã', 'indicators=F26&by=commune&period=2026-t08'],
  [
    'Bao nhiêu hồ sơ trễ hạn ở xã Sông Xanh trong quý 3 năm 2026?',
    'indicators=F07&unit=vi-du-song-xanh&period=2026-q3',
  ],
  [
    'cho tôi xem tỷ lệ hồ sơ đúng hạn của tỉnh Ví Dụ theo tháng trong năm 2026',
    'indicators=F10&by=month&unit=vi-du&year=2026',
  ],
  ['hồ sơ quá hạn quý 3/2026', 'period=2026-q3', 'hồ sơ quá hạn → F09 F07'],
  ['hợp tác xã kiểu mẫu theo xã 2026', 'indicators=I08&by=commune&year=2026'],
  ['xã miền núi được phân công hỗ trợ năm 2023 huyện lệ thủy', 'indicators=H10&unit=huyen-le-thuy&year=2023'],
  ['hồ sơ trễ hạn của tỉnh Đồng Nai quý 3/2026', 'indicators=F07&unit=tinh-dong-nai-2025&period=2026-q3'],
  ['hồ sơ trễ hạn ở xã Núi Vàng quý 3/2026', 'indicators=F07&unit=vi-du-nui-vang&period=2026-q3'],
  ['hồ sơ trễ hạn toàn tỉnh Đồng Nai năm 2026 theo xã', 'indicators=F07&by=commune&unit=tinh-dong-nai-2025&year=2026'],
  ['hồ sơ trễ hạn trong tỉnh quý 3/2026', 'indicators=F07&unit=vi-du&period=2026-q3'],
  ['hồ sơ trễ hạn xã mình 6 tháng gần nhất', 'indicators=F07&by=month&unit=vi-du-suoi-mo&period=2026-t05..2026-t10'],
  ['mức tăng tiêu chí nông thôn mới năm 2023 huyện lệ thủy', 'indicators=I03&unit=huyen-le-thuy&year=2023'],
  [
    'khu dân cư kiểu mẫu đang thẩm định năm 2023 huyện Lệ Thủy',
    'indicators=I04:under-appraisal&unit=huyen-le-thuy&year=2023',
  ],
  ['tiêu chí nông thôn mới các năm 2022, 2023', 'indicators=I01&by=year&year=2022,2023'],
  ['hồ sơ đúng hạn quý 3 các năm 2024-2026', 'indicators=F06&period=2024-q3,2025-q3,2026-q3'],
  ['hồ sơ đúng hạn quý 3/2026 và 2025 theo tỉnh', 'indicators=F06&by=province&period=2026-q3,2025-q3'],
  ['hồ sơ đúng hạn tháng 12', 'indicators=F06&period=2025-t12'],
  ['vườn mẫu', '', 'vườn mẫu → I05 I06'],
  [
    'ho so dung han quy 3 nam 2026 xa nui vang so voi cung ky nam truoc',
    'indicators=F06&unit=vi-du-nui-vang&period=2026-q3&compare=same-period',
  ],
  [
    'ty le giai quyet dung han theo quy nam 2025, 2026 toan tinh bieu do duong',
    'indicators=F10&by=quarter&unit=vi-du&year=2025,2026&view=line',
  ],
  ['giay khen theo tap the va ca nhan nam 2026', 'indicators=K01&by=part&year=2026'],
  [
    'hồ sơ đúng hạn phường Hải Châu thành phố Đà Nẵng năm 2026',
    'indicators=F06&unit=phuong-hai-chau-20242-2025&year=2026',
  ],
  ['hồ sơ đúng hạn theo huyện năm 2024 tỉnh Quảng Bình', 'indicators=F06&by=district&unit=tinh-quang-binh&year=2024'],
  ['quý 3/2026', 'period=2026-q3'],
  ['xã sông xanh', 'unit=vi-du-song-xanh'],
  ['hồ sơ xanh đỏ tím vàng', '', '✗ hồ sơ xanh đỏ tím vàng'],
  ['tỷ lệ đúng hạn nhỏ hơn 90% theo xã', 'indicators=F10&by=commune', '✗ nhỏ hơn | ✗ 90'],
]

function restOf({ offered, unread }: ReturnType<typeof readQuestionWords>): string {
  return [
    ...offered.map(({ text, among }) => `${text} → ${among.map(({ key }) => key).join(' ')}`),
    ...unread.map(({ text }) => `✗ ${text}`),
  ].join(' | ')
}

test.each(corpus.map(([line, address, rest = '']) => [line, address, rest] as const))('%s', (line, address, rest) => {
  const reading = readQuestionWords(line, book)
  expect([questionAddress(reading.asked), restOf(reading)]).toEqual([address, rest])
})

test('the corpus is large, and half of it is read whole', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(120)
  expect(corpus.filter(([, , rest]) => rest === undefined).length * 2).toBeGreaterThan(corpus.length)
})

describe('the name of every indicator is read as that indicator and nothing else', () => {
  // Two states that are never summed: its name alone asks which (below).
  const ofOneNumber = indicators.filter(({ code }) => code !== 'I04')
  test.each(ofOneNumber.map(({ code, name }) => [code, name]))('%s %s', (code, name) => {
    for (const line of [name, fold(name), `${name} theo xã năm 2026`]) {
      const { asked, unread, offered } = readQuestionWords(line, book)
      expect([asked.indicators, unread, offered], line).toEqual([[code], [], []])
    }
  })
})

test('every synonym means cells that there are, and one with one cell is read', () => {
  const cells = new Set(
    indicators.flatMap(({ code, dimensions }) => [code, ...dimensions.map((one) => `${code}:${one}`)]),
  )
  for (const [phrase, meant] of indicatorSynonyms) {
    expect(
      meant.filter((cell) => !cells.has(cell)),
      phrase,
    ).toEqual([])
    const { asked, offered } = readQuestionWords(phrase, book)
    if (meant.length === 1) expect(asked.indicators, phrase).toEqual(meant)
    else
      expect(
        offered.map(({ among }) => among.map(({ key }) => key)),
        phrase,
      ).toEqual([meant])
  }
})

test('each stretch is told as it was read, in the order of the line', () => {
  const { read } = readQuestionWords('hồ sơ đúng hạn quý 3, xã Sông Xanh, so với cùng kỳ, 12 tháng', book)
  expect(read).toEqual([
    { text: 'hồ sơ đúng hạn', field: 'indicators', as: 'Hồ sơ giải quyết đúng hạn' },
    { text: 'quý 3', field: 'period', as: 'quý III năm 2026 (không ghi năm, lấy kỳ gần nhất)' },
    { text: 'xã Sông Xanh', field: 'unit', as: 'Xã Sông Xanh, Tỉnh Ví Dụ' },
    { text: 'so với cùng kỳ', field: 'compare', as: 'so với cùng kỳ năm trước' },
    { text: '12 tháng', field: 'year', as: 'từng tháng của năm 2026 (không ghi năm, lấy năm nay)' },
  ])
})

test('somebody of no unit is not taken to be of one, and may ask of the country', () => {
  const anybody = { ...book, own: null }
  expect(restOf(readQuestionWords('hồ sơ đúng hạn xã tôi', anybody))).toBe('✗ xã tôi')
  expect(restOf(readQuestionWords('hồ sơ đúng hạn cả nước theo tỉnh', anybody))).toBe('')
})

test('no line makes the reader fail or wait, and what it reads is a question', () => {
  const word = fc.constantFrom(
    ...['hồ', 'sơ', 'đúng', 'hạn', 'theo', 'xã', 'tỉnh', 'quý', 'tháng', 'năm', '2026', '3/2026', '12', ',', '-', 'và'],
    ...['so', 'với', 'cùng', 'kỳ', 'đến', 'từ', 'F06', 'F06:x', '30/6/2025', 'bản đồ', 'Sông Xanh', '\u0000', '(', 'q'],
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 4, arbitrary: word }, fc.string({ maxLength: 12 })), { maxLength: 30 }),
      (words) => {
        const { asked } = readQuestionWords(words.join(' '), book)
        expect(readQuestion(writeQuestion(asked))).toEqual({ ok: true, asked })
      },
    ),
    { numRuns: 500 },
  )
})
