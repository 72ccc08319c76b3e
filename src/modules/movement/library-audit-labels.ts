/** What was recorded about following, publishing and replicating initiatives, as a sentence without its subject. */
export const libraryAuditLabel = {
  'follow-up-recorded': 'ghi một dòng theo dõi mô hình, điển hình',
  'follow-up-corrected': 'sửa một dòng theo dõi mô hình, điển hình',
  'follow-up-voided': 'gỡ một dòng theo dõi mô hình, điển hình',
  'initiative-files-attached': 'thêm ảnh, tài liệu của một mô hình, điển hình',
  'initiative-file-described': 'sửa lời của ảnh, tài liệu một mô hình, điển hình',
  'initiative-file-removed': 'gỡ ảnh, tài liệu của một mô hình, điển hình',
  'library-page-prepared': 'soạn trang công khai của một mô hình, điển hình',
  'library-page-published': 'công bố trang của một mô hình, điển hình',
  'library-page-withdrawn': 'gỡ trang công khai của một mô hình, điển hình',
} as const satisfies Record<string, string>

/** Every kind that these commands record; a new one does not compile before it has its sentence. */
export type LibraryAuditKind = keyof typeof libraryAuditLabel
