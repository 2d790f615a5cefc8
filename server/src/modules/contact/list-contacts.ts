import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listContactsEndpoint } from '@xingtan/contract/contact'
import type { Context } from '../../platform/context.ts'
import { listContactsOf } from './sql.ts'
import { toContact } from './to-contact.ts'

/** 机构联系方式 of a province, made from what the agencies publish of themselves (PUB-4; 皖教秘〔2024〕263号 一(四)1). */
export async function listContacts(
  ctx: Context,
  { regionCode }: { readonly regionCode: string },
): Promise<OutputOf<typeof listContactsEndpoint>> {
  const rows = await ctx.read((tx) => listContactsOf(tx, regionCode))
  return { agencies: rows.map(toContact) }
}
