import { z } from 'zod'
import { AgencyCode } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Instant, line } from '../field.ts'

/** 机构公示信息: what the portal shows of an agency (PUB-4). */
export const AgencyProfile = z.strictObject({
  address: line(120, '办公地址'),
  /** 咨询电话. */
  phone: line(40, '咨询电话'),
  /** 咨询邮箱. */
  email: line(80, '咨询邮箱'),
  hours: line(120, '办公时间'),
  notes: z.string().trim().max(500, { error: '补充说明不能超过 500 个字。' }),
  website: line(200, '机构网站').nullable(),
})
export type AgencyProfile = z.infer<typeof AgencyProfile>

export const getOwnProfileEndpoint = endpoint({
  name: 'agency.get-profile',
  face: 'office',
  method: 'GET',
  path: '/api/agency-profile',
  permission: 'agency.profile',
  input: z.strictObject({}),
  output: z.strictObject({
    agencyName: z.string(),
    /** 0 while nothing was published. */
    version: z.number(),
    profile: AgencyProfile.nullable(),
    versions: z.array(z.strictObject({ version: z.number(), publishedAt: Instant, publishedBy: z.string() })),
    /** Agencies right below, for the offices that guide them (安徽 2024, 003 一(四)1). */
    below: z.array(z.strictObject({ code: AgencyCode, name: z.string(), publishedAt: Instant.nullable() })),
  }),
})

/** Publishes a new version; `version` is the one the officer saw. */
export const publishProfileEndpoint = endpoint({
  name: 'agency.publish-profile',
  face: 'office',
  method: 'POST',
  path: '/api/agency-profile',
  permission: 'agency.profile',
  input: AgencyProfile.extend({ version: z.number().int().min(0) }),
  output: z.strictObject({ version: z.number() }),
})
