import type { PolicyValues } from '@xingtan/contract/policy'

/** What the file itself says after decoding; the name of the file and the type the browser claims do not count. */
export interface Photo {
  readonly format: 'jpeg' | 'png' | 'webp' | 'other'
  readonly bytes: number
  readonly width: number
  readonly height: number
}

/** Why a photo is refused; all reasons that hold. */
export type PhotoFault = 'format' | 'bytes' | 'empty' | 'width' | 'height'

/**
 * Reasons why a photo cannot stand on the application and the certificate; empty means it can (APP-5, S-108).
 * Limits come from the policy row of the day. Whether the ground is white is for the person at the desk.
 * Applicant handbook of 中国教师资格网, step 4: 小于 190k，jpg，宽度大于 290 像素并小于 300 像素，高度大于 408 像素并小于 418 像素.
 */
export function refusePhoto(photo: Photo, limits: PolicyValues['photo.limits']): PhotoFault[] {
  const faults: PhotoFault[] = []
  if (photo.format !== 'jpeg') faults.push('format')
  if (photo.bytes === 0) faults.push('empty')
  if (photo.bytes > limits.maxBytes) faults.push('bytes')
  if (photo.width < limits.widthMin || photo.width > limits.widthMax) faults.push('width')
  if (photo.height < limits.heightMin || photo.height > limits.heightMax) faults.push('height')
  return faults
}
