import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getTextsEndpoint } from '@xingtan/contract/place'
import type { Context } from '../../platform/context.ts'
import { loadPolicyBook } from './policy-book.ts'

/** The texts of the eight steps as they stand today for the chosen agency (APP-0…APP-2, APP-6). */
export async function getTexts(
  ctx: Context,
  input: { readonly agencyCode?: string | undefined },
): Promise<OutputOf<typeof getTextsEndpoint>> {
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, input.agencyCode ?? null)
    const agreement = book.resolve('agreement.text', tx.today).value
    const promise = book.resolve('promise.text', tx.today)
    const mustRead = book.resolve('notice.before-apply', tx.today).value
    const notices = book.resolve('notice.step-six', tx.today).value
    return {
      mustRead: { title: mustRead.title, paragraphs: mustRead.paragraphs },
      agreement: {
        title: agreement.title,
        paragraphs: agreement.paragraphs,
        agreeLabel: agreement.agreeLabel,
        authoriseLabel: agreement.authoriseLabel,
      },
      promise: {
        title: promise.value.title,
        paragraphs: promise.value.paragraphs,
        version: promise.version,
        agreeLabel: promise.value.agreeLabel,
        disagreeLabel: promise.value.disagreeLabel,
      },
      notices: { title: notices.title, paragraphs: notices.paragraphs },
    }
  })
}
