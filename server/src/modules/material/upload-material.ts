import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { uploadMaterialEndpoint } from '@xingtan/contract/material'
import { mayUpload } from '@xingtan/domain/material'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { type CaseRecord, findCase, lockCase } from '../case/index.ts'
import { insertFile, storePdf } from '../file/index.ts'
import { getOpenFile } from './open-material.ts'
import { replaceMaterial } from './sql.ts'

interface Upload {
  readonly applicationId: string
  readonly code: string
  readonly fileName: string
}

/** Stops unless this material of the case may get a new file now; answers the limit in bytes. */
async function checkPlace(tx: Tx, record: CaseRecord | undefined, code: string): Promise<number> {
  const file = await getOpenFile(tx, record)
  const item = file.items.find((one) => one.code === code)
  if (item === undefined) throw problem('material.unknown')
  if (!mayUpload(item.state)) throw problem('material.locked', { values: { name: item.name }, field: code })
  return file.book.resolve('file.material-max-bytes', tx.today).value
}

/** Takes one PDF for one material: judged before it is stored, in place of the one before (APP-10, S-112, S-113). */
export async function uploadMaterial(
  ctx: Context,
  input: Upload,
  wire: Wire,
): Promise<OutputOf<typeof uploadMaterialEndpoint>> {
  const { file: bytes } = wire
  if (bytes === undefined) throw problem('file.missing')
  const maxBytes = await ctx.read(async (tx) => checkPlace(tx, await findCase(tx, input.applicationId), input.code))
  const { fileName, code: field } = input
  const { hash, pages } = await storePdf(ctx.files, bytes, { fileName, maxBytes, field })
  return ctx.command(async (tx) => {
    const { id: accountId } = await getApplicant(tx)
    await checkPlace(tx, await lockCase(tx, input.applicationId), input.code)
    const { applicationId, code } = input
    const stored = { accountId, applicationId, kind: 'material', hash, mediaType: 'application/pdf' } as const
    const fileId = await insertFile(tx, { ...stored, bytes: bytes.length, width: null, height: null })
    const materialId = randomUUID()
    await replaceMaterial(tx, { id: materialId, applicationId, code, fileId, bytes: bytes.length, pages })
    tx.concerns('application', applicationId, { materialId, material: code })
    return { materialId, bytes: bytes.length, pages }
  })
}
