/** Owns `certificate_serials`, `certificates`, `certificate_queries`: numbers and what they stand for. */
export { type IssuedNumber, type Recognised, issueCertificates } from './issue-certificates.ts'
export { type CaseCertificate, findCertificateOfCase } from './sql.ts'
