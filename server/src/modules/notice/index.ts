/** Owns `notices`, `notice_versions`, `notice_attachments`, `notice_takedowns`: announcements. */
export { listNoticesOf } from './list-notices-of.ts'
