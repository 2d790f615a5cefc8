import type { uploadPhotoEndpoint } from '@xingtan/contract/application'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { PolicyValues } from '@xingtan/contract/policy'
import type { Refusal } from '@xingtan/contract/problem'
import { canDo } from '@xingtan/domain/application'
import type { ResolvedPolicy } from '@xingtan/domain/policy'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { StorageFull } from '../../platform/file-store.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { type PhotoRefusal, normalisePhoto } from '../../platform/image-photo.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { findCase, stateOf } from '../case/index.ts'
import { insertFile } from '../file/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { applicantIdOf } from './applicant-id.ts'
import { findDraft } from './sql-draft.ts'

type Limits = PolicyValues['photo.limits']

function toRefusal(reason: PhotoRefusal, { value, source }: ResolvedPolicy<'photo.limits'>): Refusal {
  const field = 'photo'
  const basis = source
  switch (reason) {
    case 'too-large':
      return { code: 'application.photo-too-large', field, basis, values: { maxKilobytes: maxKilobytes(value) } }
    case 'width':
      return { code: 'application.photo-width', field, basis, values: { min: value.widthMin, max: value.widthMax } }
    case 'height':
      return { code: 'application.photo-height', field, basis, values: { min: value.heightMin, max: value.heightMax } }
    default:
      return { code: `application.photo-${reason}`, field, basis }
  }
}

function maxKilobytes(limits: Limits): number {
  return Math.ceil(limits.maxBytes / 1024)
}

/** The rule of the chosen agency, once the draft is known to be one's own and still open to change (S-079). */
async function getRule(tx: Tx, draftId: string): Promise<ResolvedPolicy<'photo.limits'>> {
  const draft = await findDraft(tx, draftId)
  if (draft === undefined) throw problem('request.not-found')
  if (draft.amendsApplicationId !== null) {
    const application = await findCase(tx, draft.amendsApplicationId)
    const mayAmend = application !== undefined && canDo(stateOf(application), ['applicant'], 'amend')
    if (!mayAmend) throw problem('application.not-amendable')
  }
  return (await loadPolicyBook(tx, draft.steps.agency.agencyCode)).resolve('photo.limits', tx.today)
}

/** Takes a photo for the draft: judged by the policy with every reason at once, made anew, stored by its hash (APP-5). */
export async function uploadPhoto(
  ctx: Context,
  input: { readonly draftId: string },
  wire: Wire,
): Promise<OutputOf<typeof uploadPhotoEndpoint>> {
  const accountId = applicantIdOf(ctx.actor)
  const { file } = wire
  if (file === undefined) throw problem('file.missing')
  const rule = await ctx.read((tx) => getRule(tx, input.draftId))
  // The policy's bound is allowed, the picture code's is not.
  const photo = await normalisePhoto(file, { ...rule.value, maxBytes: rule.value.maxBytes + 1 })
  if (photo.kind === 'refused') {
    throwIfRefused(photo.reasons.map((reason) => toRefusal(reason, rule)))
    throw new Error('a photo was refused without a reason')
  }
  const { bytes, width, height } = photo
  const { hash } = await ctx.files.put(bytes).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  return ctx.command(async (tx) => {
    await getRule(tx, input.draftId)
    const fileId = await insertFile(tx, {
      accountId,
      applicationId: null,
      kind: 'photo',
      hash,
      mediaType: 'image/jpeg',
      bytes: bytes.length,
      width,
      height,
    })
    tx.concerns('draft', input.draftId, { fileId, backgroundWhite: photo.backgroundWhite })
    return { fileId, width, height, bytes: bytes.length }
  })
}
