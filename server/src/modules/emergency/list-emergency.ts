import type { OutputOf } from '@xingtan/contract/endpoint'
import type { EmergencyAccount, EmergencyOpening, listEmergencyEndpoint } from '@xingtan/contract/office/emergency'
import { emergencyStateOf, refuseEmergencyApproval } from '@xingtan/domain/emergency'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { getAgency } from '../agency/index.ts'
import { roleOf } from './role-of.ts'
import { type Account, type Opening, listAccounts, listOpenings, listReads } from './sql.ts'

async function toOpening(tx: Tx, row: Opening): Promise<EmergencyOpening> {
  const reads = row.openedAt === null ? [] : await listReads(tx, row.id)
  return {
    openingId: row.id,
    reason: row.reason,
    askedByName: row.askedByName,
    askedAt: row.askedAt.toISOString(),
    approvedByName: row.approvedByName,
    openedAt: row.openedAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    isOpen: row.closedAt === null && row.closesAt !== null && tx.now < row.closesAt,
    reads: reads.map(({ at, endpoint, objectId }) => ({ at: at.toISOString(), endpoint, objectId })),
  }
}

async function toAccount(tx: Tx, officer: OfficerActor, account: Account): Promise<EmergencyAccount> {
  const rows = await listOpenings(tx, account.userId)
  const openings: Awaited<ReturnType<typeof toOpening>>[] = []
  // One connection asks one question at a time.
  for (const row of rows) openings.push(await toOpening(tx, row))
  const [last] = rows
  const state = emergencyStateOf({ now: tx.now, sealedAt: account.sealedAt, last: last ?? null })
  const second = { personId: officer.personId, role: roleOf(officer) }
  const first = last === undefined ? undefined : { personId: last.askedBy, role: last.askedRole }
  const isOwn = account.agencyCode === officer.agencyCode
  const mayApprove = state === 'asked' && first !== undefined && refuseEmergencyApproval(first, second).length === 0
  return {
    agencyCode: account.agencyCode,
    agencyName: account.agencyName,
    isOwn,
    username: account.username,
    sealedAt: account.sealedAt.toISOString(),
    state,
    maySeal: isOwn && second.role === 'security' && state !== 'open',
    mayAsk: state === 'sealed',
    mayApprove,
    mayClose: state === 'open' || state === 'asked',
    openings,
  }
}

/** The emergency accounts in reach: where each stands, and everything that was read while it was open (S-042). */
export async function listEmergency(ctx: Context): Promise<OutputOf<typeof listEmergencyEndpoint>> {
  const officer = signedInOfficer(ctx)
  const role = roleOf(officer)
  return ctx.readBelow(async (tx) => {
    const found = await listAccounts(tx)
    const accounts: EmergencyAccount[] = []
    for (const account of found) accounts.push(await toAccount(tx, officer, account))
    if (!accounts.some(({ isOwn }) => isOwn)) {
      const { code, name } = await getAgency(tx, officer.agencyCode)
      accounts.unshift({
        agencyCode: code,
        agencyName: name,
        isOwn: true,
        username: null,
        sealedAt: null,
        state: 'none',
        maySeal: role === 'security',
        mayAsk: false,
        mayApprove: false,
        mayClose: false,
        openings: [],
      })
    }
    return { accounts }
  })
}
