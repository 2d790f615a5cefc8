import { z } from 'zod'
import { WorkInfoStaff } from '@xingtan/contract/office/work-info'
import type { Context } from '../../platform/context.ts'

/** Names and numbers of the staff as one sealed text (class C3). */
export function sealStaff(crypto: Context['crypto'], staff: readonly WorkInfoStaff[]): Buffer {
  return crypto.sealColumn(JSON.stringify(staff))
}

/** The staff of a form, opened for those who may read it. */
export function openStaff(crypto: Context['crypto'], sealed: Buffer): WorkInfoStaff[] {
  return z.array(WorkInfoStaff).parse(JSON.parse(crypto.openColumn(sealed)))
}
