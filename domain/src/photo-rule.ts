/** What the file itself says after decoding; the name of the file and the type the browser claims do not count. */
export interface Photo {
  readonly format: 'jpeg' | 'png' | 'webp' | 'other'
  readonly bytes: number
  readonly width: number
  readonly height: number
}

/** Value of the photo policy row; every bound is exclusive, as the notices write them (190KB 以下, 大于290小于300). */
export interface PhotoLimits {
  readonly bytesBelow: number
  readonly widthAbove: number
  readonly widthBelow: number
  readonly heightAbove: number
  readonly heightBelow: number
}

/** Why a photo is refused; all reasons that hold. */
export type PhotoFault = 'format' | 'bytes' | 'empty' | 'width' | 'height'

/**
 * Reasons why a photo cannot stand on the application and the certificate; empty means it can (APP-5, S-108).
 * Limits come from the policy row of the day. Whether the ground is white is for the person at the desk.
 * 中国教师资格网 applicant handbook, step 4: JPG, less than 190 KB, width 291–299, height 409–417 pixels.
 */
export function refusePhoto(photo: Photo, limits: PhotoLimits): PhotoFault[] {
  const faults: PhotoFault[] = []
  if (photo.format !== 'jpeg') faults.push('format')
  if (photo.bytes === 0) faults.push('empty')
  if (photo.bytes >= limits.bytesBelow) faults.push('bytes')
  if (photo.width <= limits.widthAbove || photo.width >= limits.widthBelow) faults.push('width')
  if (photo.height <= limits.heightAbove || photo.height >= limits.heightBelow) faults.push('height')
  return faults
}
