import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestDatabase } from '../../test/database.ts'
import { createEmptyDatabase } from '../../test/database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createEmptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'xingtan-migrations-'))
  write('0001-create-points.sql', 'create table points (id integer primary key);')
  write('0002-add-name.sql', "alter table points add name text not null default '';\ninsert into points values (1);")
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

test('applies every file once, in order, and records it', async () => {
  await expect(migrate(database.adminUrl, folder)).resolves.toEqual(['0001-create-points.sql', '0002-add-name.sql'])
  await expect(migrate(database.adminUrl, folder)).resolves.toEqual([])
  await expect(rows('select number, name from schema_migrations order by number')).resolves.toEqual([
    { number: 1, name: 'create-points' },
    { number: 2, name: 'add-name' },
  ])
})

test('makes migrator the owner of what it creates', async () => {
  await migrate(database.adminUrl, folder)
  await expect(rows(`select tableowner from pg_tables where tablename = 'points'`)).resolves.toEqual([
    { tableowner: 'migrator' },
  ])
})

test('refuses a file that was changed after it was applied', async () => {
  await migrate(database.adminUrl, folder)
  write('0001-create-points.sql', 'create table points (id bigint primary key);')
  await expect(migrate(database.adminUrl, folder)).rejects.toThrow('0001-create-points.sql')
})

test('refuses a program older than the database', async () => {
  await migrate(database.adminUrl, folder)
  rmSync(join(folder, '0002-add-name.sql'))
  await expect(migrate(database.adminUrl, folder)).rejects.toThrow('0002-add-name.sql')
})

test('refuses numbers with a gap before anything is applied', async () => {
  write('0004-too-far.sql', 'select 1;')
  await expect(migrate(database.adminUrl, folder)).rejects.toThrow('连续')
})

test('leaves nothing of a file that fails half-way and goes on after it is mended', async () => {
  write('0003-half.sql', 'create table half (id integer);\nselect no_such_function();')
  await expect(migrate(database.adminUrl, folder)).rejects.toThrow(/0003-half\.sql.*第 2 行/)
  await expect(rows(`select to_regclass('half') as half`)).resolves.toEqual([{ half: null }])
  write('0003-half.sql', 'create table half (id integer);')
  await expect(migrate(database.adminUrl, folder)).resolves.toEqual(['0003-half.sql'])
})

test('applies each file once when two programs start together', async () => {
  const results = await Promise.all([migrate(database.adminUrl, folder), migrate(database.adminUrl, folder)])
  expect(results.flat().toSorted()).toEqual(['0001-create-points.sql', '0002-add-name.sql'])
})

test('lets no face create tables', async () => {
  await expect(rows('create table mine (id integer)', database.urls.public_face)).rejects.toThrow('permission denied')
})

function write(file: string, sql: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file), sql)
}

async function rows(sql: string, url = database.adminUrl): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
