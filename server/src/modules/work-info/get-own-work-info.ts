import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getOwnWorkInfoEndpoint } from '@xingtan/contract/office/work-info'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { getAgency, listAgenciesBelow, officerOf } from '../agency/index.ts'
import { makeFileLink } from '../file/index.ts'
import { openStaff } from './seal-staff.ts'
import { type WorkInfoForm, findFormOf, listCollections, listFormEvents } from './sql.ts'

type View = OutputOf<typeof getOwnWorkInfoEndpoint>

async function toFormView(ctx: Context, tx: Tx, form: WorkInfoForm): Promise<NonNullable<View['form']>> {
  const events = await listFormEvents(tx, form.id)
  const { collectionId, version, state, creditCode, networkAddresses, returnedBecause, scanFileId } = form
  return {
    collectionId,
    version,
    state,
    content: { creditCode, staff: openStaff(ctx.crypto, form.staffSealed), networkAddresses },
    heldByName: (await getAgency(tx, form.heldBy)).name,
    returnedBecause,
    scanUrl: scanFileId === null ? null : makeFileLink(ctx.crypto, ctx.actor, scanFileId, tx.now),
    events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
  }
}

/** An empty form before its first save; the officer's own name stands in it already. */
function emptyForm(officer: OfficerActor, collectionId: string, agencyName: string): NonNullable<View['form']> {
  const staff = [{ name: officer.name, mobile: '', officePhone: '' }]
  return {
    collectionId,
    version: 0,
    state: 'missing',
    content: { creditCode: '', staff, networkAddresses: [] },
    heldByName: agencyName,
    returnedBecause: null,
    scanUrl: null,
    events: [],
  }
}

/** 《认定机构工作信息采集表》 of the own agency for a collection, the newest unless told (ACC-10). */
export async function getOwnWorkInfo(
  ctx: Context,
  input: { readonly collectionId?: string | undefined },
): Promise<View> {
  const officer = officerOf(ctx)
  return ctx.write(async (tx) => {
    const { name } = await getAgency(tx, officer.agencyCode)
    const collections = await listCollections(tx, officer.agencyCode)
    const wanted = collections.find(({ collectionId }) => collectionId === input.collectionId) ?? collections[0]
    const form = wanted === undefined ? undefined : await findFormOf(tx, wanted.collectionId, officer.agencyCode)
    if (form !== undefined) tx.concerns('work-info', form.id, {}, 'read')
    const begun = wanted === undefined ? null : emptyForm(officer, wanted.collectionId, name)
    const view = form === undefined ? begun : await toFormView(ctx, tx, form)
    return {
      agencyName: name,
      collections: collections.map(({ collectorCode: _code, ...collection }) => collection),
      form: view,
      mayCollect: officer.agencyLevel === 'nation' || officer.agencyLevel === 'province',
      hasBelow: (await listAgenciesBelow(tx, officer.agencyCode)).length > 0,
    }
  })
}
