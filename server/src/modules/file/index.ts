/** Owns `files`: uploads and made documents, content in the file store under its hash. */
export { makeFileLink } from './link.ts'
export { type NewFile, findFile, insertFile } from './sql.ts'
