/** Owns `certificate_serials`, `certificates`, `certificate_queries`: numbers and what they stand for. */
export { refuseCertificateUse, voidCertificate } from './stop-certificates.ts'
export { type IssuedNumber, issueCertificates } from './issue-certificates.ts'
export { findCertificateOfCase } from './sql.ts'
