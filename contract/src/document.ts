import { z } from 'zod'

/**
 * Identity documents an account can be opened with; type and number never change afterwards (ACC-1).
 * The word `resident-id` and its siblings are stored; the official names below are shown.
 */
export const DocumentType = z.enum(['resident-id', 'hmt-residence-permit', 'hk-macao-permit', 'taiwan-permit'])
export type DocumentType = z.infer<typeof DocumentType>

/** Official names, in the order the handbook lists them. */
export const DOCUMENT_TYPE_NAMES = {
  'resident-id': '居民身份证',
  'hmt-residence-permit': '港澳台居民居住证',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '五年有效期台湾居民来往大陆通行证',
} as const satisfies Record<DocumentType, string>
