import { Region } from '@xingtan/contract/place'
import { z } from 'zod'

const KEY = 'xingtan.place'

/** A place the person once chose, from province to county, so that it is not asked again on this device. */
export const RememberedPlace = z.array(Region).min(1)
export type RememberedPlace = z.infer<typeof RememberedPlace>

/** The remembered place; undefined when there is none or storage is switched off. */
export function findRememberedPlace(): RememberedPlace | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return RememberedPlace.safeParse(stored).data
  } catch {
    return undefined
  }
}

/** Keeps the place on this device; without storage it lasts as long as the page. */
export function rememberPlace(place: RememberedPlace): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(place))
  } catch {
    // Private windows and full storage: the choice still holds for this page.
  }
}
