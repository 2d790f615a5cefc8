import './toast-region.css'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { ToastContext } from '../use-toast.ts'

/** Long enough to read twice; nothing that must be acted on is ever said only here. */
const SHOWN_MS = 8000

/** Gives `useToast` to everything inside and holds the polite live region of the site. */
export function ToastRegion({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState({ sentence: '', number: 0 })
  const announce = useCallback((sentence: string) => setToast(({ number }) => ({ sentence, number: number + 1 })), [])
  useEffect(() => {
    if (toast.sentence === '') return undefined
    const timer = setTimeout(() => setToast(({ number }) => ({ sentence: '', number })), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <ToastContext value={announce}>
      {children}
      <output className="toast-region no-print">
        {toast.sentence !== '' && (
          <span className="toast" key={toast.number}>
            {toast.sentence}
          </span>
        )}
      </output>
    </ToastContext>
  )
}
