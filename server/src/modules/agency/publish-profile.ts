import type { InputOf } from '@xingtan/contract/endpoint'
import type { publishProfileEndpoint } from '@xingtan/contract/office/agency-profile'
import { refuseProfile } from '@xingtan/domain/agency-profile'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { officeHostsOf } from '../../platform/office-hosts.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { officerOf } from './register.ts'
import { findProfile, insertProfile } from './sql-profile.ts'

/** Publishes 机构公示信息 of the own agency as a new version; the earlier ones stay on file (PUB-4). */
export async function publishProfile(
  ctx: Context,
  input: InputOf<typeof publishProfileEndpoint>,
): Promise<{ version: number }> {
  const { agencyCode, userId } = officerOf(ctx)
  const { version: seen, ...profile } = input
  return ctx
    .command(async (tx) => {
      throwIfRefused(refuseProfile(profile, officeHostsOf(ctx)))
      const current = (await findProfile(tx, agencyCode))?.version ?? 0
      if (current !== seen) throw problem('agency.profile-changed')
      const version = current + 1
      await insertProfile(tx, { agencyCode, version, profile, publishedBy: userId })
      tx.concerns('agency', agencyCode, { profileVersion: version })
      return { version }
    })
    .catch((error: unknown) => {
      throw violatedConstraint(error) === 'agency_profiles_pkey' ? problem('agency.profile-changed') : error
    })
}
