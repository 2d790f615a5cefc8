import { canDo } from '@xingtan/domain/application'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findCase, stateOf } from '../case/index.ts'
import { orderDocument } from '../document/index.ts'

/** 申请表预览: asks for the PDF of this version of the case; a job makes it, once a version (APP-10). */
export async function requestFormPreview(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ documentId: string }> {
  return ctx.command(async (tx) => {
    const application = await findCase(tx, input.applicationId)
    if (application === undefined) throw problem('request.not-found')
    if (!canDo(stateOf(application), ['applicant'], 'preview-form')) throw problem('application.is-withdrawn')
    const { id: applicationId, version: caseVersion } = application
    const documentId = await orderDocument(tx, { kind: 'application-form', applicationId, caseVersion })
    tx.concerns('application', applicationId, { documentId })
    return { documentId }
  })
}
