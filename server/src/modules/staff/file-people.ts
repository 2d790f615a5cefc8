import type { Refusal } from '@xingtan/contract/problem'
import { type FilingWish, decideFilingInterval, refuseFiling, refuseFilingDays } from '@xingtan/domain/staff'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { sendActivationCode } from './activation-code.ts'
import { listUsersWithoutCode } from './sql-activation.ts'
import { type Filing, appendStaffEvent, closeFiling, findFiling } from './sql-filing.ts'
import { fileProfile, lockStaffPerson, setFiled } from './sql-person.ts'

interface FilePeople {
  readonly filingIds: readonly string[]
  readonly fromOn: string | null
  readonly untilOn: string
}

interface Prepared {
  readonly filing: Filing
  readonly wish: FilingWish
}

type Judged =
  | { readonly kind: 'ok'; readonly one: Prepared }
  | { readonly kind: 'refused'; readonly refusals: Refusal[] }

async function judgeFiling(tx: WorkTx, officer: OfficerActor, id: string, days: FilePeople): Promise<Judged> {
  const asked = await findFiling(tx, id)
  const person = asked === undefined ? undefined : await lockStaffPerson(tx, asked.personId)
  // Read again under the lock of the person: somebody may have decided it meanwhile.
  const filing = await findFiling(tx, id)
  if (filing === undefined || person === undefined)
    return { kind: 'refused', refusals: [{ code: 'request.not-found' }] }
  if (filing.state !== 'waiting') return { kind: 'refused', refusals: [{ code: 'staff.filing-decided' }] }
  const { fromOn, untilOn } = days
  const current = { from: person.filedFrom, until: person.filedUntil }
  const wish = { kind: filing.kind, now: tx.now, today: tx.today, fromOn, untilOn, current }
  const refusals = refuseFiling(officer, filing)
  if (filing.kind !== 'change') refusals.push(...refuseFilingDays(wish))
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'ok', one: { filing, wish } }
}

async function fileOne(ctx: Context, tx: WorkTx, officer: OfficerActor, { filing, wish }: Prepared): Promise<void> {
  const { personId, agencyCode } = filing
  const interval = filing.kind === 'change' ? undefined : decideFilingInterval(wish)
  const outcome = { state: 'filed' as const, decidedBy: officer.personId }
  await closeFiling(tx, filing.id, interval === undefined ? outcome : { ...outcome, interval })
  await fileProfile(tx, filing)
  if (interval !== undefined) await setFiled(tx, personId, interval)
  await appendStaffEvent(tx, { personId, agencyCode, kind: 'filed', actorPersonId: officer.personId })
  // Users that were opened meanwhile get their code now: the mobile is on file.
  for (const user of await listUsersWithoutCode(tx, personId)) {
    const phone = ctx.crypto.openColumn(filing.phoneSealed)
    await sendActivationCode(ctx, tx, { userId: user.id, username: user.username, phone })
  }
  tx.concerns('staff-person', personId, { filingId: filing.id, kind: filing.kind })
}

/** 备案: the province files its tree, the nation the provinces; all of the chosen ones or none (ACC-8, S-030). */
export async function filePeople(ctx: Context, input: FilePeople): Promise<{ count: number }> {
  const officer = getOfficer(ctx)
  const ids = [...new Set(input.filingIds)].toSorted()
  return ctx.command(async (tx) => {
    const judged: Judged[] = []
    for (const id of ids) judged.push(await judgeFiling(tx, officer, id, input))
    const refusals = judged.flatMap((one) => (one.kind === 'refused' ? one.refusals : []))
    throwIfRefused([...new Map(refusals.map((refusal) => [refusal.code, refusal])).values()])
    for (const each of judged) if (each.kind === 'ok') await fileOne(ctx, tx, officer, each.one)
    return { count: ids.length }
  })
}
