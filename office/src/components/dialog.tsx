import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/**
 * A modal question on the browser's own `dialog`: focus stays inside and goes back afterwards, Escape closes. The
 * component library's own modal writes a style without a nonce, which the content security policy forbids.
 */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const dialogRef = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const dialog = dialogRef.current
    if (dialog !== null && !dialog.open) dialog.showModal()
    // React sets no `autofocus` attribute, so the browser would choose the close button.
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => dialog?.close()
  }, [])
  useEffect(() => {
    // The question has become an answer and the button that had the focus is gone: reading starts anew.
    const dialog = dialogRef.current
    if (dialog === null || dialog.contains(document.activeElement)) return
    const target = dialog.querySelector<HTMLElement>('[data-autofocus]') ?? headingRef.current
    target?.focus()
  })
  return (
    <dialog
      ref={dialogRef}
      className={wide ? 'office-dialog office-dialog-wide' : 'office-dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // React owns whether the dialog is there: closing is asked for, never done behind its back.
        event.preventDefault()
        onClose()
      }}
      onClose={(event) => {
        // The browser may close without asking when Escape is pressed twice.
        if (!event.currentTarget.open) onClose()
      }}
    >
      <div className="office-dialog-head">
        <h2 id={titleId} ref={headingRef} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="office-dialog-close" aria-label="关闭" onClick={onClose}>
          ×
        </button>
      </div>
      <div className="office-dialog-body">{children}</div>
    </dialog>
  )
}
