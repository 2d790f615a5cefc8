import type { PdfRefusal } from './pdf-inspect-content.ts'

/** What a file says. `hasPictures`: a page or the whole file is a picture, whose words no program here reads. */
export type DocumentText =
  | { readonly kind: 'read'; readonly pieces: string[]; readonly hasPictures: boolean }
  | { readonly kind: 'refused'; readonly reason: PdfRefusal | 'unknown-kind' }
