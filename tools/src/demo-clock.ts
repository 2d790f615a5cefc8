import { Client } from 'pg'

/**
 * Moves the product's one clock to the wished legal day, keeping the time of day; without a wish it shows real time.
 * `today` is 'YYYY-MM-DD' in Asia/Shanghai. Only for demo and test: production refuses to start with a moved clock.
 */
export async function moveDemoClock(migratorUrl: string, today: string | undefined): Promise<void> {
  const client = new Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('delete from clock_offsets')
    if (today !== undefined) {
      await client.query(
        `insert into clock_offsets (offset_by)
         select make_interval(days => $1::date - (now() at time zone 'Asia/Shanghai')::date)`,
        [today],
      )
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}
