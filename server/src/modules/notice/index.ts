/** Owns `notices`, `notice_versions`, `notice_attachments`: announcements. */
export { listNoticesOf } from './list-notices-of.ts'
