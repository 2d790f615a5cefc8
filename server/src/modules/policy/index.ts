/** Owns `policies`: law as data, resolved by scope and day. */
export { type PolicyBook, loadPolicyBook } from './policy-book.ts'
