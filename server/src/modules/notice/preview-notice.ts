import type { OutputOf } from '@xingtan/contract/endpoint'
import type { previewNoticeEndpoint } from '@xingtan/contract/office/notice'
import type { Context } from '../../platform/context.ts'
import { renderRichText } from '../../platform/rich-text.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { checkTexts } from '../content-check/index.ts'
import { textsOfNotice } from './texts-of-notice.ts'

/** What the public would read and what the check finds in it, saving nothing. */
export async function previewNotice(
  ctx: Context,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<OutputOf<typeof previewNoticeEndpoint>> {
  const officer = signedInOfficer(ctx)
  const html = renderRichText(body)
  const findings = await ctx.read((tx) => checkTexts(ctx, tx, { officer, texts: textsOfNotice(title, html) }))
  return { html, findings }
}
