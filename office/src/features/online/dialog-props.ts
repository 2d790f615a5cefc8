import type { OnlineCase } from '@xingtan/contract/office/material'

/** What every question about one online case is given. */
export interface OnlineDialogProps {
  readonly online: OnlineCase
  readonly name: string
  readonly onClose: () => void
}
