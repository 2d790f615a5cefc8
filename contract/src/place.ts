import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Instant } from './field.ts'
import { NoticeLine } from './notice.ts'
import { QualificationType } from './qualification.ts'
import { Question } from './question.ts'

export const Region = z.strictObject({
  code: z.string(),
  name: z.string(),
  level: z.enum(['province', 'city', 'county']),
})
export type Region = z.infer<typeof Region>

/** Regions below `parent`; without one, the provinces. */
export const listRegionsEndpoint = endpoint({
  name: 'agency.list-regions',
  face: 'public',
  method: 'GET',
  path: '/api/regions',
  permission: 'public',
  input: z.strictObject({
    parent: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  output: z.strictObject({ regions: z.array(Region) }),
})

export const Subject = z.strictObject({ code: z.string(), name: z.string() })

export const listSubjectsEndpoint = endpoint({
  name: 'agency.list-subjects',
  face: 'public',
  method: 'GET',
  path: '/api/subjects',
  permission: 'public',
  input: z.strictObject({ qualificationType: z.coerce.number().pipe(QualificationType) }),
  output: z.strictObject({ subjects: z.array(Subject) }),
})

/** Open or not, and the exact sentence to show; `closedBy` names the level that keeps it shut (PUB-7, APP-4). */
export const WindowState = z.strictObject({
  open: z.boolean(),
  closedBy: z.enum(['nation', 'maintenance', 'province', 'agency', 'no-plan', 'no-point']).nullable(),
  sentence: z.string(),
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
})
export type WindowState = z.infer<typeof WindowState>

export const PointOffer = z.strictObject({
  pointId: Id,
  name: z.string(),
  address: z.string(),
  /** 确认范围. */
  scope: z.string(),
  hours: z.string(),
  phone: z.string().nullable(),
  notice: z.string().nullable(),
  confirmFrom: Instant,
  confirmTo: Instant,
})
export type PointOffer = z.infer<typeof PointOffer>

export const AgencyOffer = z.strictObject({
  agencyCode: z.string(),
  agencyName: z.string(),
  network: WindowState,
  points: z.array(PointOffer),
})
export type AgencyOffer = z.infer<typeof AgencyOffer>

/** Which agency recognises this type here, when, and where one confirms (APP-1, APP-4). */
export const findAgenciesEndpoint = endpoint({
  name: 'plan.find-agencies',
  face: 'public',
  method: 'GET',
  path: '/api/agency-offers',
  permission: 'public',
  input: z.strictObject({
    regionCode: z.string().regex(/^\d{6}$/),
    qualificationType: z.coerce.number().pipe(QualificationType),
  }),
  output: z.strictObject({ agencies: z.array(AgencyOffer) }),
})

/** What the home page answers in one screen: the national window, the nearest windows of a place, notices, questions. */
export const HomeView = z.strictObject({
  national: WindowState,
  place: z
    .strictObject({
      regionName: z.string(),
      agencies: z.array(
        z.strictObject({ agencyName: z.string(), types: z.array(QualificationType), network: WindowState }),
      ),
    })
    .nullable(),
  notices: z.array(NoticeLine),
  questions: z.array(Question),
})
export type HomeView = z.infer<typeof HomeView>

export const getHomeEndpoint = endpoint({
  name: 'notice.get-home',
  face: 'public',
  method: 'GET',
  path: '/api/home',
  permission: 'public',
  input: z.strictObject({
    regionCode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  output: HomeView,
})

/** Texts the eight steps show: 须知, 网上申报协议, 个人承诺书, 注意事项, in force on the day for the chosen agency. */
export const getTextsEndpoint = endpoint({
  name: 'policy.get-texts',
  face: 'public',
  method: 'GET',
  path: '/api/texts',
  permission: 'public',
  input: z.strictObject({
    agencyCode: z
      .string()
      .regex(/^\d{5}$/)
      .optional(),
  }),
  output: z.strictObject({
    mustRead: z.strictObject({ title: z.string(), paragraphs: z.array(z.string()) }),
    agreement: z.strictObject({
      title: z.string(),
      paragraphs: z.array(z.string()),
      agreeLabel: z.string(),
      authoriseLabel: z.string(),
    }),
    promise: z.strictObject({
      title: z.string(),
      paragraphs: z.array(z.string()),
      version: z.string(),
      agreeLabel: z.string(),
      disagreeLabel: z.string(),
    }),
    notices: z.strictObject({ title: z.string(), paragraphs: z.array(z.string()) }),
  }),
})
