import type { OutputOf } from '@xingtan/contract/endpoint'
import type { HomeView, getHomeEndpoint } from '@xingtan/contract/place'
import type { QualificationType } from '@xingtan/contract/qualification'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { listMeantRegions, listRecognising, listRegionPath } from '../agency/index.ts'
import { getNationalOpening, loadAgencyPlan, toWindowState } from '../plan/index.ts'
import { listQuestionsFor } from '../question/index.ts'
import { type StoredLine, listNotices, listWideNotices } from './sql.ts'
import { toLine } from './to-line.ts'

const TYPES = [1, 2, 3, 4, 5, 6] as const

async function getPlace(tx: Tx, regionCode: string): Promise<HomeView['place']> {
  const path = await listRegionPath(tx, regionCode)
  if (path.length === 0) return null
  const typesByAgency = new Map<string, { agencyName: string; types: QualificationType[] }>()
  for (const { code, name, type } of await listRecognising(tx, regionCode, TYPES)) {
    const entry = typesByAgency.get(code) ?? { agencyName: name, types: [] }
    entry.types.push(type)
    typesByAgency.set(code, entry)
  }
  const agencies: NonNullable<HomeView['place']>['agencies'] = []
  for (const [code, { agencyName, types }] of typesByAgency) {
    const plan = await loadAgencyPlan(tx, code)
    agencies.push({ agencyName, types, network: toWindowState(plan.openingOf('network')) })
  }
  return { regionName: path.map((region) => region.name).join(''), agencies }
}

const NOTICES_SHOWN = 8
const QUESTIONS_SHOWN = 8

/** The newest for the place; without one, what nation and provinces say. */
async function listNewest(tx: Tx, regionCode: string | undefined): Promise<StoredLine[]> {
  if (regionCode === undefined) return listWideNotices(tx, NOTICES_SHOWN)
  const regions = await listMeantRegions(tx, regionCode)
  return listNotices(tx, { regions, business: undefined, text: undefined, after: null, limit: NOTICES_SHOWN })
}

/** What the home page says in one screen: what is open, for whom, until when; news and questions (PUB-1, PUB-7). */
export async function getHome(
  ctx: Context,
  input: { readonly regionCode?: string | undefined },
): Promise<OutputOf<typeof getHomeEndpoint>> {
  return ctx.read(async (tx) => {
    const { regionCode } = input
    const notices = await listNewest(tx, regionCode)
    return {
      national: toWindowState(await getNationalOpening(tx)),
      place: regionCode === undefined ? null : await getPlace(tx, regionCode),
      notices: notices.map(toLine),
      questions: await listQuestionsFor(tx, regionCode, QUESTIONS_SHOWN),
    }
  })
}
