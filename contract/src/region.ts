import { z } from 'zod'

export const RegionCode = z.string().regex(/^\d{6}$/)
export const RegionLevel = z.enum(['province', 'city', 'county'])
export type RegionLevel = z.infer<typeof RegionLevel>

const Month = z.string().regex(/^\d{4}-\d{2}$/)

/** One row of `server/reference/regions.json`: GB/T 2260 to county level as it stands today. */
export const RegionRow = z.strictObject({
  code: RegionCode,
  name: z.string().min(1),
  level: RegionLevel,
  /** Null for provinces. Counties of the municipalities and counties run by a province hang under the province. */
  parent: RegionCode.nullable(),
  /** Month in which it was set up; given for regions set up since 2020 only. */
  since: Month.optional(),
  /** True for the few units that are run like a county and have an education bureau, but are not in GB/T 2260. */
  beyondStandard: z.literal(true).optional(),
})
export type RegionRow = z.infer<typeof RegionRow>

/** A code that is no longer in use but stands on identity cards and certificates; `successor` is where its people went. */
export const FormerRegionRow = z.strictObject({
  code: RegionCode,
  name: z.string().min(1),
  until: Month,
  successor: RegionCode,
})
export type FormerRegionRow = z.infer<typeof FormerRegionRow>
