import type { HandoverRow, HandoverView } from '@xingtan/contract/office/handover'
import {
  type HandoverOfficer,
  type HandoverStanding,
  listHandoverActs,
  renderHandoverText,
} from '@xingtan/domain/handover'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import type { Handover } from './sql.ts'
import type { listSignatures } from './sql-party.ts'

type Signatures = Awaited<ReturnType<typeof listSignatures>>

/** A list as tables show it. */
export function toRow(tx: Pick<Tx, 'today'>, row: Handover): HandoverRow {
  return {
    handoverId: row.id,
    agencyName: row.agencyName,
    giverName: row.giverName,
    receiverName: row.receiverName,
    cause: row.cause,
    state: row.state,
    isLate: row.state === 'open' && row.dueOn < tx.today,
    dueOn: row.dueOn,
    openedAt: row.openedAt.toISOString(),
  }
}

/** SM3 of the text both sides sign. */
export function hashText(crypto: Pick<Crypto, 'sm3'>, row: Handover): Buffer {
  return crypto.sm3(renderHandoverText(row))
}

/** Who this officer is to the list: 用户管理 counts in the agency of the list alone. */
export function toOfficer(officer: OfficerActor, row: Handover): HandoverOfficer {
  const isManager = officer.roles.includes('users') && officer.agencyCode === row.agencyCode
  return { personId: officer.personId, isManager }
}

/** Where the list stands, for the rules. */
export function toStanding(row: Handover, signatures: Signatures): HandoverStanding {
  return {
    isOver: row.state !== 'open',
    giverPersonId: row.giverPersonId,
    receiverPersonId: row.receiverPersonId,
    isGiverGone: row.isGiverGone,
    signedSides: signatures.map(({ side }) => side),
  }
}

interface Seen {
  readonly crypto: Pick<Crypto, 'sm3'>
  readonly officer: OfficerActor
  readonly signatures: Signatures
}

/** The whole list with its signatures and what this officer may do. */
export function toView(tx: Pick<Tx, 'today'>, row: Handover, seen: Seen): HandoverView {
  const { crypto, officer, signatures } = seen
  return {
    ...toRow(tx, row),
    version: row.version,
    items: row.items,
    remarks: row.remarks,
    textHash: hashText(crypto, row).toString('hex'),
    openedByName: row.openedByName,
    closedAt: row.closedAt?.toISOString() ?? null,
    cancelledBecause: row.cancelledBecause,
    signatures: signatures.map((one) => ({ ...one, signedAt: one.signedAt.toISOString() })),
    acts: listHandoverActs(toStanding(row, signatures), toOfficer(officer, row)),
  }
}
