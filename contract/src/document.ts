import { z } from 'zod'

/** The four document types an account may be opened with (ACC-1). This release opens accounts for `resident-id`. */
export const DocumentType = z.enum(['resident-id', 'hmt-residence-permit', 'hk-macao-permit', 'taiwan-permit'], {
  error: '请选择证件类型。',
})
export type DocumentType = z.infer<typeof DocumentType>

export const DOCUMENT_TYPE_TITLES: Readonly<Record<DocumentType, string>> = {
  'resident-id': '居民身份证',
  'hmt-residence-permit': '港澳台居民居住证',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '五年有效期台湾居民来往大陆通行证',
}
