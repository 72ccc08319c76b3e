import type { DutyKind } from './actor.ts'
export type ExampleAccount = { signInName: string; name: string; duty: DutyKind; unitCode: string; secret: string }

/** Printed at every start: an installation that holds real figures never has these accounts. */
export const examplePassword = 'vi-du-dan-van-kheo'

/** Invented people of the invented province. */
export const exampleAccounts: readonly ExampleAccount[] = [
  account('xa.songxanh', 'Nguyễn Thị Mẫu', 'commune-officer', 'vi-du-song-xanh', 'KHEOVIDUXASONGXANH2222222222AAAA'),
  account('lanhdao.songxanh', 'Lê Văn Mẫu', 'commune-leader', 'vi-du-song-xanh', 'KHEOVIDULANHDAOSONGXANH222222AAA'),
  account('xa.nuivang', 'Hoàng Thị Nháp', 'commune-officer', 'vi-du-nui-vang', 'KHEOVIDUXANUIVANG22222222222AAAA'),
  account('tinh.vidu', 'Trần Thị Thử', 'province-officer', 'vi-du', 'KHEOVIDUTINHVIDU222222222222AAAA'),
  account('lanhdao.vidu', 'Phạm Văn Thử', 'province-leader', 'vi-du', 'KHEOVIDULANHDAOVIDU222222222AAAA'),
  account('quantri.vidu', 'Đỗ Văn Nháp', 'administrator', 'vi-du', 'KHEOVIDUQUANTRIVIDU222222222AAAA'),
  account('kiemsoat.vidu', 'Bùi Văn Thử', 'auditor', 'vi-du', 'KHEOVIDUKIEMSOATVIDU22222222AAAA'),
]

function account(signInName: string, name: string, duty: DutyKind, unitCode: string, secret: string): ExampleAccount {
  return { signInName, name, duty, unitCode, secret }
}
