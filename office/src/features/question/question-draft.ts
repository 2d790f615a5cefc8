import type { OwnQuestion, QuestionContent } from '@xingtan/contract/office/question'

/** What stands in the fields of the dialog. */
export interface QuestionDraft extends Omit<QuestionContent, 'keywords' | 'position'> {
  readonly keywords: string
  readonly position: string
}

export function draftOf(own: OwnQuestion | undefined, regionCode: string): QuestionDraft {
  if (own === undefined) {
    const plain = { question: '', answer: '', keywords: '', position: '100' }
    return { ...plain, category: '认定报名', business: 'recognition', regionCode, isPublished: true }
  }
  const { keywords, position, ...same } = own.content
  return { ...same, keywords: keywords.join(' '), position: String(position) }
}

/** The input a draft stands for; the schema says what is wrong with it. */
export function contentOf({ keywords, position, ...same }: QuestionDraft): QuestionContent {
  return {
    ...same,
    keywords: keywords.split(/[\s,，、;；]+/).filter((word) => word !== ''),
    position: Number(position),
  }
}
