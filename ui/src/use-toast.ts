import { createContext, useContext } from 'react'

export type Announce = (sentence: string) => void

/** Filled by `ToastRegion`; without one the sentence is lost, which is a mistake in the site's shell. */
export const ToastContext = createContext<Announce>(() => {
  throw new Error('ToastRegion is missing above this component')
})

/** A function that shows a short sentence for a while and lets screen readers say it politely. */
export function useToast(): Announce {
  return useContext(ToastContext)
}
