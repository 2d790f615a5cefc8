import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getRegimeEndpoint } from '@xingtan/contract/office/custody'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { makeFileLink } from '../file/index.ts'
import { listRegimes } from './sql-regime.ts'

/** 安全管理制度 of the own agency, and whether that of this year is filed (ACC-12). */
export async function getRegime(ctx: Context): Promise<OutputOf<typeof getRegimeEndpoint>> {
  const { agencyCode } = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const year = Number(tx.today.slice(0, 4))
    const regimes = await listRegimes(tx, agencyCode)
    return {
      year,
      isFiled: regimes.some((regime) => regime.year === year),
      regimes: regimes.map(({ scanFileId, filedAt, ...regime }) => ({
        ...regime,
        scanUrl: makeFileLink(ctx.crypto, ctx.actor, scanFileId, tx.now),
        filedAt: filedAt.toISOString(),
      })),
    }
  })
}
