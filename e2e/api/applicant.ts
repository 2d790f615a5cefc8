import {
  completeProfileEndpoint,
  createChallengeEndpoint,
  getMeEndpoint,
  type PhoneCodePurpose,
  registerEndpoint,
  sendPhoneCodeEndpoint,
  solveChallengeEndpoint,
} from '@xingtan/contract/account'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import type { z } from 'zod'
import type { Product } from './product.ts'
import { solveProofOfWork } from './proof-of-work.ts'
import { listReceipts, readNewCode } from './sandbox.ts'
import { openSite, type Site } from './site.ts'
import { waitUntil } from './wait-until.ts'

export const PASSWORD = '青山隐隐水迢迢秋尽江南'

/** 汉族. */
const ETHNIC_GROUP = '01'

interface PhoneWish {
  readonly phone: string
  readonly purpose: z.infer<typeof PhoneCodePurpose>
}

/** Earns the right to a code by computer work, asks for one and reads it. */
async function getPhoneCode(
  product: Product,
  site: Site,
  { phone, purpose }: PhoneWish,
): Promise<{ readonly phoneCodeId: string; readonly code: string }> {
  const known = await listReceipts(product, phone)
  const { challengeId, work } = await site.call(createChallengeEndpoint, { purpose: 'phone-code' })
  const counter = solveProofOfWork(work.challenge, work.bits)
  const { proof } = await site.call(solveChallengeEndpoint, { challengeId, answer: { kind: 'work', counter } })
  const { phoneCodeId } = await site.call(sendPhoneCodeEndpoint, { purpose, phone, proof })
  return { phoneCodeId, code: await readNewCode(product, phone, known) }
}

/** Registers a person of the sandbox and brings the account to where a draft can be opened; answers the browser. */
export async function registerPerson(product: Product, person: SandboxPerson): Promise<Site> {
  const site = openSite(product.portal)
  const code = await getPhoneCode(product, site, { phone: person.phone, purpose: 'register' })
  await site.call(registerEndpoint, {
    documentType: 'resident-id',
    documentNumber: person.number,
    name: person.name,
    phone: person.phone,
    password: PASSWORD,
    ...code,
  })
  await waitUntil('the real-name check', async () => {
    const me = await site.call(getMeEndpoint, {})
    return me.signedIn && me.realName === 'proven' ? me : undefined
  })
  await site.call(completeProfileEndpoint, { ethnicGroup: ETHNIC_GROUP })
  return site
}
