import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Done, Id, Instant, line } from './field.ts'

/** Where one material stands; `missing` has no file yet. */
export const MaterialState = z.enum(['missing', 'uploaded', 'handed-in', 'accepted', 'rejected'])
export type MaterialState = z.infer<typeof MaterialState>

/** A reason of the catalogue with what to do about it. */
export const MaterialReason = z.strictObject({
  code: z.string(),
  sentence: z.string(),
  remedy: z.string(),
  note: z.string().nullable(),
})

export const OwnMaterial = z.strictObject({
  code: z.string(),
  name: z.string(),
  why: z.string(),
  state: MaterialState,
  /** Only what is missing, not handed in yet or rejected may be given a new file. */
  mayUpload: z.boolean(),
  bytes: z.number().int().nullable(),
  pages: z.number().int().nullable(),
  uploadedAt: Instant.nullable(),
  url: z.string().nullable(),
  reasons: z.array(MaterialReason),
})
export type OwnMaterial = z.infer<typeof OwnMaterial>

/** 上传材料 of one case: what is asked of this person and how far it is (APP-10, APP-11). */
export const OwnMaterials = z.strictObject({
  /** The agency offers 全程网办. */
  offered: z.boolean(),
  /** One plain sentence: what to do now and by when. */
  sentence: z.string(),
  items: z.array(OwnMaterial),
  mayHandIn: z.boolean(),
  /** Granted time, while it runs or has just run out. */
  dueOn: Day.nullable(),
  isLate: z.boolean(),
  note: z.string().nullable(),
  maxBytes: z.number().int(),
})
export type OwnMaterials = z.infer<typeof OwnMaterials>

export const getMaterialsEndpoint = endpoint({
  name: 'material.get-own',
  face: 'public',
  method: 'GET',
  path: '/api/me/applications/:applicationId/materials',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: OwnMaterials,
})

/** Takes one PDF for one material, in place of the one before (S-112, S-113). */
export const uploadMaterialEndpoint = endpoint({
  name: 'material.upload',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/materials',
  permission: 'session',
  body: 'file',
  input: z.strictObject({ applicationId: Id, code: z.string().max(60), fileName: line(255, '文件名') }),
  output: z.strictObject({ materialId: Id, bytes: z.number().int(), pages: z.number().int() }),
})

/** Hands everything in: the first time all that is needed, later what was asked for again. */
export const handInMaterialsEndpoint = endpoint({
  name: 'material.hand-in',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/materials/hand-in',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: Done,
})
