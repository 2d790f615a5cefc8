import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getOwnProfileEndpoint } from '@xingtan/contract/office/agency-profile'
import type { Context } from '../../platform/context.ts'
import { officerOf } from './register.ts'
import { getAgency } from './sql.ts'
import { type PublishedProfile, findProfile, listProfileVersions, listProfilesBelow } from './sql-profile.ts'

function toProfile({ address, phone, email, hours, notes, website }: PublishedProfile) {
  return { address, phone, email, hours, notes, website }
}

/** 机构公示信息 of the own agency with its versions, and who below has not published any (PUB-4). */
export async function getOwnProfile(ctx: Context): Promise<OutputOf<typeof getOwnProfileEndpoint>> {
  const { agencyCode } = officerOf(ctx)
  return ctx.read(async (tx) => {
    const found = await findProfile(tx, agencyCode)
    const versions = await listProfileVersions(tx, agencyCode)
    const below = await listProfilesBelow(tx, agencyCode)
    return {
      agencyName: (await getAgency(tx, agencyCode)).name,
      version: found?.version ?? 0,
      profile: found === undefined ? null : toProfile(found),
      versions: versions.map((one) => ({ ...one, publishedAt: one.publishedAt.toISOString() })),
      below: below.map((one) => ({ ...one, publishedAt: one.publishedAt?.toISOString() ?? null })),
    }
  })
}
