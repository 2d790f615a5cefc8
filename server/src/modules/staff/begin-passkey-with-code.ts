import type { InputOf } from '@xingtan/contract/endpoint'
import type { PasskeyOffer, beginPasskeyWithCodeEndpoint } from '@xingtan/contract/office/security'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findUserByPassword, recordStaffFailure } from './begin-sign-in.ts'
import { isAddressAllowed } from './is-address-allowed.ts'
import { passkeyCodeHash } from './issue-passkey-code.ts'
import { offerPasskey } from './offer-passkey.ts'
import { findPasskeyCode } from './sql-passkey-offer.ts'

/** Password and registration code earn creation options, never a session; one answer for everything that is wrong (S-033). */
export async function beginPasskeyWithCode(
  ctx: Context,
  input: InputOf<typeof beginPasskeyWithCodeEndpoint>,
): Promise<PasskeyOffer> {
  const { username } = input
  const { user, isRight } = await findUserByPassword(ctx, input)
  const codeId = user !== undefined && isRight ? await findOpenCode(ctx, user.id, input.code) : undefined
  if (user === undefined || codeId === undefined) {
    await recordStaffFailure(ctx, username, { user, kind: 'code-refused' })
    throw problem('staff.sign-in-refused')
  }
  if (!(await ctx.read((tx) => isAddressAllowed(tx, user, ctx.request.address)))) {
    await recordStaffFailure(ctx, username, { user, kind: 'address-refused' })
    throw problem('staff.sign-in-refused')
  }
  const { id: userId, name } = user
  return ctx.write((tx) => offerPasskey(ctx, tx, { userId, name, username, ground: { codeId } }))
}

function findOpenCode(ctx: Context, userId: string, code: string): Promise<string | undefined> {
  return ctx.read((tx) => findPasskeyCode(tx, userId, passkeyCodeHash(ctx, userId, code)))
}
