import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Stack, startStack } from '@xingtan/tools/stack'
import { createCrypto } from '../src/platform/crypto.ts'
import { carryOver, createTestClient } from './client.ts'
import { type Product, waitUntilSettled } from './product.ts'
import { findPerson } from './sandbox.ts'

/** The whole product as its own processes, so that they can be killed. */
export interface StackProduct extends Product {
  readonly stack: Stack
}

/** Starts it in a folder of its own; stop it in `afterAll`. */
export async function startStackProduct(): Promise<StackProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-stack-'))
  const stack = await startStack({ dataFolder: folder, ports: 'free', mode: 'test', log: () => {} })
  const admin = new Client({ connectionString: stack.databaseAdminUrl })
  admin.on('error', () => {})
  await admin.connect()
  const origins = { public: stack.urls.portal, office: stack.urls.office }
  return {
    stack,
    admin,
    crypto: createCrypto({ secret: readFileSync(join(folder, 'secret'), 'utf8').trim() }),
    sandbox: {
      http: stack.urls.sandbox,
      findPerson: (scenario, place) => findPerson(stack.urls.sandbox, scenario, place),
    },
    visitor: (face) => createTestClient(carryOver(Number(new URL(origins[face]).port)), origins[face]),
    settle: () => waitUntilSettled(admin),
    stop: async () => {
      await admin.end().catch(() => {})
      await stack.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
