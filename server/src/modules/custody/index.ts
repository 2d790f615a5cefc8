/** Owns `custody_items`, `custody_terms`, `security_regimes`: who keeps which computer, key and medium. */
export { handOverItems } from './hand-over-items.ts'
export { listItemsOf } from './sql.ts'
