import type { StaffDuties } from '@xingtan/contract/office/staff'
import type { Tx } from '../../platform/db.ts'
import { countCasesBefore, countLiveDelegations } from './sql-duties.ts'
import { listKeysOf, listUsersOf } from './sql-user.ts'

/**
 * What a person holds and what stands before the person's roles, also after leaving: the 交接清单 starts from it
 * (教资字〔2020〕1号 一(五)). Cases under one's own agency are counted in a transaction that reads below.
 */
export async function listDutiesOf(tx: Tx, personId: string): Promise<StaffDuties> {
  const users = await listUsersOf(tx, personId)
  const keys = await listKeysOf(tx, personId)
  return {
    users: users.map(({ id, username, agencyName, roles }) => ({ userId: id, username, agencyName, roles })),
    keySerials: keys.map(({ serial }) => serial),
    delegationCount: await countLiveDelegations(tx, personId),
    cases: await countCasesBefore(tx, personId),
  }
}
