import { useEffect } from 'react'

export interface CaseKeys {
  readonly onLine: (index: number) => void
  readonly onAccept: () => void
  /** Everything that nothing speaks against is judged 相符. */
  readonly onAcceptAll: () => void
  readonly onRefuse: () => void
  readonly onMessage: () => void
  readonly onNext: () => void
  readonly onHelp: () => void
}

/** A key typed into a field is text, and an open question has the keyboard to itself. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  if (document.querySelector('dialog[open]') !== null) return true
  const at = event.target
  if (!(at instanceof HTMLElement)) return false
  // Radio buttons and check boxes take no letters.
  if (at instanceof HTMLInputElement) return at.type !== 'radio' && at.type !== 'checkbox'
  return at.isContentEditable || at.matches('textarea, select')
}

function actOn(key: string, keys: CaseKeys): boolean {
  if (/^[1-9]$/.test(key)) keys.onLine(Number(key) - 1)
  else if (key === 'y') keys.onAccept()
  else if (key === 'a') keys.onAcceptAll()
  else if (key === 'n') keys.onRefuse()
  else if (key === 'm') keys.onMessage()
  else if (key === 's') keys.onNext()
  else if (key === '?' || key === '？') keys.onHelp()
  else return false
  return true
}

/** Keys of the case page (interface.md, Office). Off when the officer has switched them off (WCAG 2.1.4). */
export function useCaseKeys(keys: CaseKeys, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined
    const listen = (event: KeyboardEvent) => {
      if (!isTyping(event) && actOn(event.key.toLowerCase(), keys)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
