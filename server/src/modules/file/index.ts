/** Owns `files`: uploads and made documents, content in the file store under its hash. */
export { makeFileLink } from './link.ts'
export { findFile, insertFile } from './sql.ts'
export { type UploadRule, storeUpload } from './store-upload.ts'
export { storePdf } from './store-pdf.ts'
export { storeAgencyScan } from './store-agency-scan.ts'
export { insertAgencyFile } from './sql-agency.ts'
