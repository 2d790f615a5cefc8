import type { Refusal } from '@xingtan/contract/problem'
import { PERSONAL_KIND_NAMES, findPersonalData } from './personal-data.ts'

/** So many 留言 a person may write about one case a day; more would bury the answers. */
const MESSAGES_A_DAY = 10

/** Reasons why the text of a 留言 cannot be kept: it stays readable for years, so no document or card number in it. */
export function refuseMessageText(text: string): Refusal[] {
  return findPersonalData(text)
    .filter(({ kind }) => kind === 'identity-number' || kind === 'bank-card')
    .map(({ kind, masked }) => ({
      code: 'thread.personal-data',
      field: 'text',
      values: { name: PERSONAL_KIND_NAMES[kind], masked },
    }))
}

/** Reasons why the owner of a case cannot write now (CNF-4, APP-10). `sentToday` counts the legal day. */
export function refuseOwnMessage(
  { isWithdrawn, sentToday }: { readonly isWithdrawn: boolean; readonly sentToday: number },
  text: string,
): Refusal[] {
  if (isWithdrawn) return [{ code: 'thread.closed' }]
  if (sentToday >= MESSAGES_A_DAY) return [{ code: 'thread.too-many', values: { count: MESSAGES_A_DAY } }]
  return refuseMessageText(text)
}
