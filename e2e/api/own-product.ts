import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStack } from '@xingtan/tools/stack'
import type { Product } from './product.ts'

interface OwnProduct {
  readonly product: Product
  readonly stop: () => Promise<void>
}

/**
 * A product for one journey alone, in a folder of its own: for a journey that moves the clock, or leaves more behind than
 * the others should find. `today` is a day of the demonstration, 'YYYY-MM-DD'.
 */
export async function startOwnProduct(wish: { readonly today?: string } = {}): Promise<OwnProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-own-'))
  const stack = await startStack({ dataFolder: folder, ports: 'free', mode: 'test', log: () => {}, ...wish })
  const { portal, office, sandbox } = stack.urls
  return {
    product: { portal, office, sandbox, database: stack.databaseAdminUrl },
    stop: async () => {
      await stack.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
