/** Owns `filings`, `filing_submissions`, `filing_reviews`, `filing_reminders`: what agencies file upward (PLN-2). */
export { loadFilingFacts } from './load-filing-facts.ts'
