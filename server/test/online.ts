import { deflateSync } from 'node:zlib'
import { handInMaterials } from '../src/modules/material/hand-in-materials.ts'
import { uploadMaterial } from '../src/modules/material/upload-material.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { Wire } from '../src/platform/http-bind.ts'
import type { ArrangedCase } from './arrange-case.ts'
import type { World } from './world.ts'

/** A plain PDF of one page whose bytes differ by `mark`. */
export function aPdf(mark = 'a'): Buffer {
  const body = deflateSync(Buffer.from(`BT /F1 24 Tf 72 720 Td (${mark}) Tj ET`))
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj
4 0 obj <</Length ${body.length}/Filter/FlateDecode>> stream\n`
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')])
}

export function ownerOf(item: Pick<ArrangedCase, 'accountId'>): Actor {
  return { kind: 'applicant', accountId: item.accountId, sessionId: '', endsAt: new Date('2099-01-01') }
}

export function wireWith(file: Buffer): Wire {
  return { file, setSession: () => undefined, clearSession: () => undefined }
}

/** What a primary-school applicant with 户籍 in the county is asked for when nothing but school and Putonghua is proven; no copy of an identity card. */
export const ASKED = ['medical-report', 'hukou-book', 'exam-proof']

/** Uploads a file for each of these materials as the owner. */
export async function upload(world: World, item: ArrangedCase, codes: readonly string[] = ASKED): Promise<void> {
  for (const code of codes) {
    const input = { applicationId: item.id, code, fileName: `${code}.pdf` }
    await uploadMaterial(world.as(ownerOf(item), 'material.upload'), input, wireWith(aPdf(code)))
  }
}

/** Uploads and hands in. */
export async function handIn(world: World, item: ArrangedCase, codes: readonly string[] = ASKED): Promise<void> {
  await upload(world, item, codes)
  await handInMaterials(world.as(ownerOf(item), 'material.hand-in'), { applicationId: item.id })
}
