/** Where the product under test is reached. */
export interface Product {
  readonly portal: string
  readonly office: string
  readonly sandbox: string
  /** Administrator's URL of its database, for what no interface tells: the gap of a puzzle, the invariants. */
  readonly database: string
}

/** The product that the run as a whole has started. */
export function commonProduct(): Product {
  return {
    portal: read('E2E_PORTAL'),
    office: read('E2E_OFFICE'),
    sandbox: read('E2E_SANDBOX'),
    database: read('E2E_DATABASE'),
  }
}

function read(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: journeys are run by npm run e2e`)
  return value
}
