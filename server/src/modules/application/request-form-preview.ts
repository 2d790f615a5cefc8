import { canDo } from '@xingtan/domain/application'
import type { Context } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem } from '../../platform/problem.ts'
import { findCase, stateOf } from '../case/index.ts'
import { ensureFormDocument } from './sql-document.ts'

/** 申请表预览: asks for the PDF of this version of the case; a job makes it, once a version (APP-10). */
export async function requestFormPreview(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ documentId: string }> {
  return ctx.command(async (tx) => {
    const application = await findCase(tx, input.applicationId)
    if (application === undefined) throw problem('request.not-found')
    if (!canDo(stateOf(application), ['applicant'], 'preview-form')) {
      throw problem('application.is-withdrawn')
    }
    const { id: documentId, state } = await ensureFormDocument(tx, application.id, application.version)
    if (state !== 'ready') {
      const dedupeKey = `application.render-form:${documentId}`
      await addJob(tx, 'application.render-form', { documentId }, { dedupeKey })
    }
    tx.concerns('application', application.id, { documentId })
    return { documentId }
  })
}
