import { createServer } from 'node:http'
import { Pool } from 'pg'

// The least a certificate check can be: node:http, one named statement, JSON out. A program of its own, so that it has a
// processor like the face it stands beside. Reads DATABASE_URL, prints its port.
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 12 })
const LOOK_UP = {
  name: 'look-up',
  text: `select name, number, qualification_type, subject_name, agency_name, issued_on, state
    from check_certificate($1, $2, decode($3, 'hex'))`,
}

async function answer(body: string): Promise<string> {
  const asked: { number: string; name: string; person: string } = JSON.parse(body)
  const { rows } = await pool.query({ ...LOOK_UP, values: [asked.number, asked.name, asked.person] })
  if (rows.length !== 1) throw new Error('not found')
  return JSON.stringify(rows[0])
}

const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  incoming.on('end', () => {
    answer(Buffer.concat(chunks).toString()).then(
      (text) => outgoing.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error: unknown) => outgoing.writeHead(500).end(String(error)),
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' && address !== null ? address.port : 0)
})
process.on('disconnect', () => process.exit(0))
