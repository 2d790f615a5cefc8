import { Client } from 'pg'
import { readCatalog } from './read-catalog.ts'

const HEADER = `-- The schema as the migrations leave it, for readers; written by \`npm run db:schema\`, never by hand.
-- Sorted by kind and name; not meant to be executed. Names without a schema are of \`public\`.`

/** The whole schema of a database as one text, equal for equal schemas on PostgreSQL 15 and newer. */
export async function describeSchema(url: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const sections = (await readCatalog(client))
      .filter(([, objects]) => objects.length > 0)
      .map(([kind, objects]) => `-- ${kind}\n\n${objects.map(({ text }) => text).join('\n\n')}`)
    return `${[HEADER, ...sections].join('\n\n')}\n`
  } finally {
    await client.end()
  }
}
