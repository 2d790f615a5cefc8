import type { Tx } from '../../platform/db.ts'
import { listOffenceConsents } from './sql.ts'

/** Whether the applicant has authorised the sexual-offence query of this case (S-131; 个人信息保护法 art. 29). */
export async function hasOffenceConsent(tx: Tx, applicationId: string): Promise<boolean> {
  return (await listOffenceConsents(tx, [applicationId])).length > 0
}
