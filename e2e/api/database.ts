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

/** Moves the one clock of the product on to an instant; who is signed in at the portal stays so. */
export async function moveClock(product: Product, to: string): Promise<void> {
  await ask(
    product,
    `with jump as (select $1::timestamptz - app_now() as by)
     update sessions set seen_at = seen_at + jump.by, ends_at = ends_at + jump.by from jump`,
    [to],
  )
  await ask(
    product,
    `insert into clock_offsets (offset_by) values ($1::timestamptz - now())
     on conflict (is_only) do update set offset_by = excluded.offset_by`,
    [to],
  )
}

/** Gives an officer of the demonstration other roles, as the office itself would. */
export async function giveRoles(product: Product, username: string, roles: readonly string[]): Promise<void> {
  await ask(product, 'update staff_users set roles = $2::text[] where username = $1', [username, roles])
}
