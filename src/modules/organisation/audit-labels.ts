/** What was recorded about trees, bodies and hamlets, as a sentence without its subject. */
export const organisationAuditLabel = {
  'body-established': 'ghi thành lập một tổ chức trong đơn vị',
  'body-renamed': 'đổi tên một tổ chức',
  'body-functions-changed': 'đổi việc phụ trách của một tổ chức',
  'body-merged': 'ghi hợp nhất một tổ chức vào tổ chức khác',
  'body-handed-over': 'ghi bàn giao việc của một tổ chức sang tổ chức khác',
  'body-ended': 'ghi kết thúc một tổ chức',
  'body-corrected': 'sửa chỗ ghi nhầm của một tổ chức',
  'body-change-undone': 'gỡ một thay đổi ghi nhầm của tổ chức',
  'sub-commune-created': 'ghi lập một thôn, tổ dân phố',
  'sub-commune-changed': 'đổi tên hoặc loại một thôn, tổ dân phố',
  'sub-commune-merged': 'ghi sáp nhập thôn, tổ dân phố',
  'sub-commune-split': 'ghi chia một thôn, tổ dân phố',
  'sub-commune-ended': 'ghi giải thể một thôn, tổ dân phố',
  'sub-commune-assigned': 'ghi thôn, tổ dân phố thuộc xã nào sau khi xã cũ chia',
  'sub-commune-corrected': 'sửa chỗ ghi nhầm của một thôn, tổ dân phố',
  'sub-commune-change-undone': 'gỡ một thay đổi ghi nhầm của thôn, tổ dân phố',
  'sub-commune-counted': 'ghi số hộ của một thôn, tổ dân phố',
  'sub-communes-imported': 'ghi nhiều thôn, tổ dân phố từ một tệp',
  'tree-placed': 'đặt một đơn vị trong cây Đảng hoặc Mặt trận',
  'tree-place-ended': 'ghi ngày thôi đứng riêng của một đơn vị trong cây',
  'tree-place-voided': 'gỡ chỗ ghi nhầm trong cây đơn vị',
  'structure-word-added': 'thêm một từ vào danh mục tổ chức của tỉnh',
  'structure-word-retired': 'thôi dùng một từ trong danh mục tổ chức của tỉnh',
  'body-pattern-stated': 'ghi tổ chức nào của tỉnh phụ trách một việc',
  'body-pattern-voided': 'gỡ chỗ tỉnh ghi tổ chức nào phụ trách một việc',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type OrganisationAuditKind = keyof typeof organisationAuditLabel
