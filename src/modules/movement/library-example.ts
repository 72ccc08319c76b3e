import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import type { FollowEntry } from './follow.ts'
import type { InitiativeEntry } from './initiative.ts'

/** An invented good practice: who does it, what happened, and from which of the others it was learnt. */
export type ExamplePractice = {
  key: string
  unitCode: string
  entry: InitiativeEntry
  began: number
  isOutstanding: boolean
  learntFrom: string | null
  summary: string
  lines: (year: number) => FollowEntry[]
  /** What its drawn picture shows; the colours tell the pictures apart. */
  picture: { alt: string; caption: string; sky: string; ground: string; figures: number }
}

const collective = {
  ...{
    holderKind: 'collective' as const,
    tags: [] as string[],
    resources: '',
    timePlan: '',
    outputs: '',
    beganOn: null,
  },
}
const day = (year: number, rest: string): LocalDate => localDate(`${year}-${rest}`)

/** Five invented practices of an invented province; one was learnt from another, and one of those from it again. */
export const examplePractices: readonly ExamplePractice[] = [
  {
    ...{ key: 'thu-bay', unitCode: 'vi-du-song-xanh', began: 2, isOutstanding: true, learntFrom: null },
    summary: 'Người đi làm cả tuần không phải nghỉ việc; người đau ốm không phải đến xã.',
    entry: {
      ...collective,
      name: 'Trả kết quả sáng thứ bảy, làm giấy tờ tại nhà cho người già yếu',
      ...{ holder: 'Bộ phận Một cửa xã Sông Xanh', mainField: 'political-system' },
      situation:
        'Mười người đến làm giấy tờ thì bốn người phải xin nghỉ ca ở xưởng may. Một buổi đối thoại, chị công nhân hỏi: “Sao xã không mở sáng thứ bảy?”\nNgười già ở thôn xa phải nhờ con cháu chở đi, có khi hai lượt mới xong.',
      goals: 'Không ai phải nghỉ việc hay nhờ người chở chỉ để lấy một tờ giấy.',
      content:
        'Bộ phận Một cửa mở sáng thứ bảy hàng tuần, hai người trực, đổi phiên và nghỉ bù.\nAi già yếu, khuyết tật thì gọi trưởng thôn đăng ký; cán bộ mang máy tới nhà.\nGiấy tờ tùy thân không lưu ảnh.',
      ...{ area: 'Toàn xã, trước hết thôn Bến Đá và xưởng may', lead: 'Bộ phận Một cửa' },
      ...{ coordinating: 'Công an xã, Đoàn Thanh niên', participating: 'Trưởng các thôn' },
      sustainability: 'Không thêm người, không thêm tiền: chỉ đổi giờ trực. Xã khác bắt đầu bằng một sáng mỗi tháng.',
    },
    lines: (year) => [
      {
        kind: 'note',
        onDay: day(year, '03-07'),
        text: 'Làm thử bốn sáng thứ bảy\n87 lượt người đến. Hai việc phải sửa: bảng lịch trực và chìa khóa kho dấu.',
      },
      { kind: 'milestone', onDay: day(year, '05-31'), doneOn: day(year, '05-16'), text: 'Đến tận nhà người già yếu' },
      {
        ...{
          kind: 'output',
          onDay: day(year, '12-20'),
          text: 'Buổi mở cửa sáng thứ bảy',
          measure: 'buổi',
          planned: quantity(40),
        },
        reached: { amount: quantity(36), on: day(year, '09-26'), evidence: 'sổ trực Bộ phận Một cửa' },
      },
      {
        ...{
          kind: 'output',
          onDay: day(year, '12-20'),
          text: 'Lượt làm giấy tại nhà',
          measure: 'lượt người',
          planned: quantity(80),
        },
        reached: { amount: quantity(93), on: day(year, '09-30'), evidence: 'phiếu hẹn tại nhà' },
      },
      {
        kind: 'labour',
        onDay: day(year, '06-30'),
        text: 'Đoàn viên dẫn đường, ghi phiếu',
        amount: quantity(52),
        giver: 'organisation',
      },
    ],
    picture: {
      alt: 'Hình vẽ: hai cán bộ sau quầy một cửa, một người dân ngồi trước quầy',
      caption: 'Quầy số 2, sáng thứ bảy. Hình vẽ minh họa.',
      ...{ sky: '#eef1ea', ground: '#c9c2ae', figures: 3 },
    },
  },
  {
    ...{ key: 'thu-bay-cau-may', unitCode: 'vi-du-cau-may', began: 1, isOutstanding: false, learntFrom: 'thu-bay' },
    summary: 'Thôn xa nhất cũng lấy được giấy tờ trong tuần, ngay tại nhà văn hóa thôn.',
    entry: {
      ...collective,
      name: 'Một cửa về thôn, trả kết quả qua trưởng thôn',
      ...{ holder: 'Bộ phận Một cửa xã Cầu Mây', mainField: 'political-system' },
      situation: 'Thôn xa trung tâm xã 14 km, mùa mưa đường lầy, người dân bỏ dở hồ sơ.',
      goals: 'Mỗi thôn có một điểm hẹn trả kết quả.',
      content: 'Học xã Sông Xanh mở sáng thứ bảy, thêm điểm hẹn tại nhà văn hóa thôn hai tuần một lần.',
      ...{
        area: 'Ba thôn vùng trên',
        lead: 'Bộ phận Một cửa',
        coordinating: 'Ban công tác Mặt trận thôn',
        participating: '',
      },
      sustainability: 'Trưởng thôn giữ sổ hẹn.',
    },
    lines: (year) => [
      { kind: 'milestone', onDay: day(year, '04-30'), doneOn: day(year, '04-25'), text: 'Mở điểm hẹn đầu tiên' },
      { kind: 'households', onDay: day(year, '11-30'), text: 'Hộ nhận kết quả tại thôn', amount: quantity(214) },
    ],
    picture: {
      alt: 'Hình vẽ: nhà văn hóa thôn giữa đồi, có bàn tiếp dân trước hiên',
      caption: 'Điểm hẹn tại thôn. Hình vẽ minh họa.',
      ...{ sky: '#e9eef2', ground: '#b9c3a4', figures: 2 },
    },
  },
  {
    ...{ key: 'thung-rac', unitCode: 'vi-du-suoi-mo', began: 1, isOutstanding: true, learntFrom: null },
    summary: 'Chợ hết mùi hôi, quỹ chợ có thêm tiền bán ve chai.',
    entry: {
      ...collective,
      ...{ tags: ['environment'], name: 'Thùng rác ba ngăn ở chợ Suối Mơ', holder: 'Chi bộ khu phố Chợ' },
      mainField: 'culture-society',
      situation: 'Chợ họp mỗi sáng, rác để lẫn, mùi hôi tới các nhà xung quanh; xe rác mỗi tuần mới vào một lần.',
      goals: 'Mọi quầy hàng bỏ rác đúng ngăn.',
      content:
        'Mỗi quầy có ba ngăn. Rác ăn được ủ làm phân, rác bán được đem bán gây quỹ, phần còn lại giao xe.\nChiều thứ sáu cân rác, ghi bảng ở cổng chợ.',
      ...{
        area: 'Chợ Suối Mơ',
        lead: 'Ban quản lý chợ',
        coordinating: 'Hội Phụ nữ phường',
        participating: '64 quầy hàng',
      },
      sustainability: 'Tiền bán ve chai đủ mua men ủ.',
    },
    lines: (year) => [
      { kind: 'note', onDay: day(year, '02-14'), text: 'Họp các quầy hàng, chọn chỗ đặt ngăn' },
      { kind: 'money', onDay: day(year, '03-01'), text: 'Mua 64 bộ ngăn', amount: quantity('18.4'), giver: 'people' },
      {
        ...{
          kind: 'output',
          onDay: day(year, '12-31'),
          text: 'Quầy bỏ rác đúng ngăn',
          measure: 'quầy',
          planned: quantity(64),
        },
        reached: { amount: quantity(60), on: day(year, '10-30'), evidence: 'bảng cân rác ở cổng chợ' },
      },
    ],
    picture: {
      alt: 'Hình vẽ: dãy quầy chợ, trước mỗi quầy có ba ngăn rác',
      caption: 'Ba ngăn trước quầy. Hình vẽ minh họa.',
      ...{ sky: '#f3ece2', ground: '#cdb89a', figures: 5 },
    },
  },
  {
    ...{ key: 'duong-hoa', unitCode: 'vi-du-nui-vang', began: 2, isOutstanding: false, learntFrom: null },
    summary: 'Hai cây số đường mở rộng mà không phải cưỡng chế hộ nào.',
    entry: {
      ...collective,
      ...{ tags: ['public-works'], name: 'Hiến đất mở đường, bàn từng nhà', holder: 'Chi bộ thôn Đồi Ngang' },
      mainField: 'economy',
      situation: 'Đường vào thôn hẹp, xe chở mía không vào được; đo đất một lần thì cãi nhau một lần.',
      goals: 'Mở đường rộng 5 mét, nhà nào cũng biết mình góp bao nhiêu.',
      content:
        'Chi bộ đi từng nhà với bản vẽ, đo trước mặt chủ đất, treo bảng diện tích từng đoạn (không ghi tên).\nThôn góp công đào rãnh.',
      ...{
        area: 'Thôn Đồi Ngang',
        lead: 'Chi bộ thôn',
        coordinating: 'Ban công tác Mặt trận',
        participating: 'Các hộ hai bên đường',
      },
      sustainability: 'Bảng công khai giữ ở nhà văn hóa.',
    },
    lines: (year) => [
      { kind: 'land', onDay: day(year, '05-20'), text: 'Mở đường trục thôn', amount: quantity(3240), giver: 'people' },
      {
        kind: 'labour',
        onDay: day(year, '07-12'),
        text: 'Đào rãnh thoát nước',
        amount: quantity(410),
        giver: 'people',
      },
      {
        kind: 'money',
        onDay: day(year, '08-01'),
        text: 'Đổ bê tông mặt đường',
        amount: quantity(900),
        giver: 'budget',
      },
      { kind: 'milestone', onDay: day(year, '11-30'), doneOn: day(year, '11-18'), text: 'Thông xe' },
    ],
    picture: {
      alt: 'Hình vẽ: con đường mới giữa hai hàng cây, người dân đang trồng hoa',
      caption: 'Đường trục thôn. Hình vẽ minh họa.',
      ...{ sky: '#e6f0ea', ground: '#a9b88c', figures: 4 },
    },
  },
  {
    ...{
      key: 'thu-bay-bai-dau',
      unitCode: 'vi-du-bai-dau',
      began: 1,
      isOutstanding: false,
      learntFrom: 'thu-bay-cau-may',
    },
    summary: 'Bà con đi biển về lúc nào, có người trả giấy tờ lúc ấy.',
    entry: {
      ...collective,
      name: 'Trả giấy tờ ở bến thuyền',
      ...{ holder: 'Bộ phận Một cửa xã Bãi Dâu', mainField: 'political-system' },
      situation: 'Ngư dân đi biển cả tuần, về bến lúc bốn giờ sáng, không kịp giờ hành chính.',
      goals: 'Trả giấy tờ đúng lúc thuyền về.',
      content: 'Học cách hẹn theo thôn của xã Cầu Mây, hẹn theo con nước tại bến.',
      ...{ area: 'Bến thuyền', lead: 'Bộ phận Một cửa', coordinating: 'Đồn Biên phòng', participating: 'Tổ thuyền' },
      sustainability: 'Lịch theo con nước dán ở bến.',
    },
    lines: (year) => [
      { kind: 'households', onDay: day(year, '10-31'), text: 'Hộ có thuyền nhận giấy tại bến', amount: quantity(68) },
    ],
    picture: {
      alt: 'Hình vẽ: bến thuyền lúc sớm, một cán bộ đưa phong bì cho người trên thuyền',
      caption: 'Bến thuyền. Hình vẽ minh họa.',
      ...{ sky: '#dfe9f1', ground: '#9fb3c4', figures: 2 },
    },
  },
]
