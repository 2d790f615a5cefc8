import './dialog.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  /** Called for the close button, Escape and the back gesture. */
  readonly onClose: () => void
  readonly shape?: 'box' | 'drawer'
  readonly children: ReactNode
}

/** The browser's own modal dialog: it keeps focus inside and gives it back. */
export function Dialog({ title, isOpen, onClose, shape = 'box', children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open === isOpen) return
    if (isOpen) dialog.showModal()
    else dialog.close()
  }, [isOpen])
  return (
    <dialog
      ref={element}
      className={shape === 'drawer' ? 'dialog dialog-drawer' : 'dialog'}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <Button kind="quiet" onClick={onClose}>
          关闭
        </Button>
      </div>
      {isOpen && children}
    </dialog>
  )
}
