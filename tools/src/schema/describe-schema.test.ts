import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { withFreshDatabase } from '../fresh-database.ts'
import { REPOSITORY } from '../repository.ts'
import { describeSchema } from './describe-schema.ts'

const COMMITTED = join(REPOSITORY, 'server', 'schema.sql')

test('the migrations from zero make exactly the committed server/schema.sql (else: npm run db:schema)', async () => {
  const committed = existsSync(COMMITTED) ? readFileSync(COMMITTED, 'utf8') : ''
  const described = await withFreshDatabase(describeSchema)
  expect(described).toBe(committed)
})

const CHANGES: readonly (readonly [string, string, string])[] = [
  ['a column', 'alter table points_x add added text', 'added text'],
  ['a default', `alter table points_x alter name set default 'a'`, `default 'a'::text`],
  ['a constraint', `alter table points_x add constraint points_x__name check (name <> '')`, 'points_x__name'],
  ['an index', 'create index points_x__name on points_x (name)', 'INDEX points_x__name'],
  ['a comment', `comment on column points_x.name is 'Said.'`, `'Said.'`],
  ['a grant', 'grant select on points_x to reporter', 'grant select on table points_x to reporter'],
  ['a column grant', 'grant update (name) on points_x to worker', 'grant update (name) on table points_x to worker'],
  [
    'a policy',
    'create policy own on points_x for select to worker using (true)',
    'create policy own on points_x for select',
  ],
  ['row-level security', 'alter table points_x enable row level security', 'points_x enable row level security'],
  ['a view', 'create view names as select name from points_x', 'create view names as'],
  ['a function', `create function one() returns int language sql as 'select 1'`, 'FUNCTION public.one()'],
  ['a right everybody has', `create function two() returns int language sql as 'select 2'`, 'two() to public'],
  ['a type', `create domain word as text check (value <> '')`, 'create domain word as text'],
  ['a sequence', 'create sequence counting', 'create sequence counting'],
  ['a stranger’s table', 'create table strange (id int)', 'strange is owned by xingtan'],
]

test('shows every kind of change', async () => {
  await withFreshDatabase(async (url) => {
    await run(url, ['create table points_x (name text)'])
    for (const [what, statement, expected] of CHANGES) {
      const before = await describeSchema(url)
      await run(url, [statement])
      const after = await describeSchema(url)
      expect({ what, isShown: after.includes(expected) && !before.includes(expected) }).toEqual({ what, isShown: true })
    }
  })
})

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
