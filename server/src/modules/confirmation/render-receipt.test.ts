import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeCase } from '../../../test/arrange-case.ts'
import { type World, startWorld } from '../../../test/world.ts'
import { PdfFailed, type PdfRenderer, createPdfRenderer } from '../../platform/pdf.ts'
import { getOfficeDocument } from './get-office-document.ts'
import { renderReceipt } from './render-receipt.ts'
import { requestReceipt } from './request-receipt.ts'

let world: World
const renderer = createPdfRenderer()
beforeAll(async () => {
  world = await startWorld()
})
afterAll(async () => {
  await renderer.close()
  await world.stop()
})

async function render(documentId: string, by: PdfRenderer = renderer): Promise<void> {
  const job = { id: 1, name: 'confirmation.render-receipt', payload: { documentId }, fence: 1, attempts: 1 }
  await renderReceipt(world.services.worker, by, { job, holdLease: async () => {} })
}

test('a 受理凭证 is made once, filed with the case, and opened by officers in scope alone (CNF-2, S-047)', async () => {
  const item = await arrangeCase(world, { step: 'confirmed' })
  const reviewer = await world.officer({ roles: ['review'] })
  const { documentId } = await requestReceipt(world.as(reviewer), { applicationId: item.id })
  expect(await getOfficeDocument(world.as(reviewer), { documentId })).toMatchObject({ state: 'waiting', url: null })
  await render(documentId)
  await render(documentId)
  const ready = await getOfficeDocument(world.as(reviewer), { documentId })
  expect(ready).toMatchObject({ state: 'ready', url: expect.stringMatching(/^\/api\/files\//) })
  const files = await world.rows(`select hash, media_type from files where application_id = $1 and kind = 'document'`, [
    item.id,
  ])
  expect(files).toHaveLength(1)
  const bytes = await world.services.worker.files.get(String(files[0]?.['hash']))
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const foreign = await world.officer({ roles: ['review'], agencyCode: '33076' })
  await expect(getOfficeDocument(world.as(foreign), { documentId })).rejects.toThrow('request.not-found')
})

test('one that could not be made says so and is made when it is asked for again', async () => {
  const item = await arrangeCase(world, { step: 'confirmed' })
  const reviewer = await world.officer({ roles: ['review'] })
  const { documentId } = await requestReceipt(world.as(reviewer), { applicationId: item.id })
  const broken: PdfRenderer = { render: () => Promise.reject(new PdfFailed('broken')), close: async () => {} }
  await expect(render(documentId, broken)).rejects.toThrow(PdfFailed)
  expect(await getOfficeDocument(world.as(reviewer), { documentId })).toMatchObject({ state: 'failed' })
  expect(await requestReceipt(world.as(reviewer), { applicationId: item.id })).toEqual({ documentId })
  await render(documentId)
  expect(await getOfficeDocument(world.as(reviewer), { documentId })).toMatchObject({ state: 'ready' })
})
