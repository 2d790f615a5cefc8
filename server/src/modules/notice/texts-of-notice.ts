import type { CheckedText } from '@xingtan/domain/content-check'
import { listLinks, toPlainText } from '../../platform/rich-text.ts'

/** Title and words of an announcement as the public reads them, with the addresses its links lead to. */
export function textsOfNotice(title: string, html: string): CheckedText[] {
  return [
    { place: '标题', text: title },
    { place: '正文', text: [toPlainText(html), ...listLinks(html)].join('\n') },
  ]
}
