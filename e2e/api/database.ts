import pg from 'pg'
import type { Product } from './product.ts'
import { waitUntil } from './wait-until.ts'

async function ask(product: Product, text: string, values: readonly unknown[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: product.database })
  await client.connect()
  try {
    return (await client.query<{ answer: unknown }>(text, [...values])).rows.map(({ answer }) => answer)
  } finally {
    await client.end()
  }
}

/** The place of the gap in the newest puzzle: the browser is not told, a person sees it. */
export async function readGap(product: Product): Promise<number> {
  return waitUntil('a puzzle', async () => {
    const [gap] = await ask(product, 'select gap_x as answer from challenges order by expires_at desc limit 1', [])
    return typeof gap === 'number' ? gap : undefined
  })
}

/** One line of the ledger of acknowledgements that I-01 compares: number and content as they were acknowledged. */
export async function readLedgerLine(product: Product, registrationNumber: string): Promise<string> {
  const [hash] = await ask(
    product,
    `select encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex') as answer from applications
     where registration_number = $1`,
    [registrationNumber],
  )
  return `${JSON.stringify({ registrationNumber, hash })}\n`
}
