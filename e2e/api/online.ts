import { deflateSync } from 'node:zlib'
import { getMaterialsEndpoint, handInMaterialsEndpoint, uploadMaterialEndpoint } from '@xingtan/contract/material'
import { getOnlineCaseEndpoint, judgeMaterialsEndpoint } from '@xingtan/contract/office/material'
import { getMedicalEndpoint, recordMedicalEndpoint } from '@xingtan/contract/office/medical'
import { getOfficerEndpoint } from '@xingtan/contract/office/session'
import type { Site } from './site.ts'

/** A scan of one page, as a plain PDF with a line of text. */
export function drawPdf(words: string): Buffer {
  const body = deflateSync(Buffer.from(`BT /F1 24 Tf 72 720 Td (${words}) Tj ET`))
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj
4 0 obj <</Length ${body.length}/Filter/FlateDecode>> stream\n`
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')])
}

/** Uploads whatever is asked of this person and hands it in; answers the names of the materials. */
export async function handInOnline(site: Site, applicationId: string): Promise<string[]> {
  const { items } = await site.call(getMaterialsEndpoint, { applicationId })
  const asked = items.filter(({ mayUpload }) => mayUpload)
  for (const { code } of asked) {
    await site.call(
      uploadMaterialEndpoint,
      { applicationId, code, fileName: `${code}.pdf` },
      { file: drawPdf(`SCAN ${code}`) },
    )
  }
  await site.call(handInMaterialsEndpoint, { applicationId })
  return asked.map(({ name }) => name)
}

/** 体检结论 of today from the first named hospital. */
export async function recordMedical(site: Site, applicationId: string): Promise<void> {
  const { version } = await site.call(getOnlineCaseEndpoint, { applicationId })
  const { hospitals, formVersions } = await site.call(getMedicalEndpoint, { applicationId })
  const { today } = await site.call(getOfficerEndpoint, {})
  await site.call(recordMedicalEndpoint, {
    applicationId,
    version,
    conclusion: 'qualified',
    examinedOn: today,
    hospital: hospitals[0]?.name ?? '',
    formVersion: formVersions[0] ?? '',
  })
}

/** Accepts every file that was handed in. */
export async function acceptMaterials(site: Site, applicationId: string): Promise<void> {
  const { version, items } = await site.call(getOnlineCaseEndpoint, { applicationId })
  await site.call(judgeMaterialsEndpoint, {
    applicationId,
    version,
    judgements: items.flatMap(({ materialId, state }) =>
      materialId === null || state !== 'handed-in' ? [] : [{ materialId, accepted: true, reasons: [] }],
    ),
  })
}
