/** Owns `documents`: PDFs that jobs make, from the order to the link. */
export { describeDocument } from './describe-document.ts'
export { makeDocument } from './make-document.ts'
export { orderDocument, orderDocumentAgain } from './order-document.ts'
export { findDocument, findDocumentSince } from './sql.ts'
