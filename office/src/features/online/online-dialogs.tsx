import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getCaseEndpoint } from '@xingtan/contract/office/case'
import type { OnlineCase } from '@xingtan/contract/office/material'
import { ConfirmOneDialog } from './confirm-one-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { MedicalDialog } from './medical-dialog.tsx'
import { OnSiteDialog } from './on-site-dialog.tsx'
import { SupplementDialog } from './supplement-dialog.tsx'

export type OnlineAct = 'confirm' | 'supplement' | 'extend' | 'on-site' | 'medical'

interface DialogsProps {
  readonly act: OnlineAct | undefined
  readonly online: OnlineCase
  readonly view: OutputOf<typeof getCaseEndpoint>
  readonly onClose: () => void
}

/** The question that is open, if one is. */
export function OnlineDialogs({ act, online, view, onClose }: DialogsProps) {
  const more = { online, name: view.row.name, onClose }
  if (act === 'confirm') return <ConfirmOneDialog {...more} />
  if (act === 'supplement') return <SupplementDialog {...more} />
  if (act === 'extend') return <ExtendDialog {...more} />
  if (act === 'on-site') return <OnSiteDialog {...more} />
  return act === 'medical' ? <MedicalDialog {...more} /> : null
}
