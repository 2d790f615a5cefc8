import type { Closure, Window } from '@xingtan/domain/window'
import type { Tx } from '../../platform/db.ts'
import { findAgency } from '../agency/index.ts'
import { listNationalWindows, listShutIntervals } from '../window/index.ts'

/** What the nation allows: its windows for 教师资格认定 and when 网报提交 and 现场确认 are shut. */
export interface NationalPeriods {
  readonly national: readonly Window[]
  readonly shut: Readonly<Record<'network' | 'confirm', readonly Closure[]>>
}

/**
 * The nation's periods as they hold for an agency: extension orders of its province, maintenance and the switches of both
 * functions count from the transaction after their approval (PUB-7, R-056). `null` asks for the nation as a whole.
 */
export async function loadNationalPeriods(tx: Tx, agencyCode: string | null): Promise<NationalPeriods> {
  const agency = agencyCode === null ? undefined : await findAgency(tx, agencyCode)
  const windows = await listNationalWindows(tx, agency === undefined ? null : `${agency.regionCode.slice(0, 2)}0000`)
  return {
    // 定期注册 has rounds of its own; while only they run nobody applies for a qualification.
    national: windows.filter(({ kind }) => kind === 'recognition'),
    shut: { network: await listShutIntervals(tx, 'submit'), confirm: await listShutIntervals(tx, 'confirm') },
  }
}
