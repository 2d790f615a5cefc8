import { getMeEndpoint } from '@xingtan/contract/account'
import {
  acceptSigningEndpoint,
  getSigningEndpoint,
  offerSigningEndpoint,
  rejectSigningEndpoint,
  type SigningState,
} from '@xingtan/contract/signing'
import { Button } from '@xingtan/ui/components/button'
import { FieldError } from '@xingtan/ui/components/field'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { call } from '@xingtan/ui/call'
import { ProblemError } from '@xingtan/ui/problem-error'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { type ReactNode, useState } from 'react'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'
import { OfferView, SignedView, type SigningOffer } from './signing-steps.tsx'

const POLL_MS = 2000
const MOVING: ReadonlySet<SigningState> = new Set(['offered', 'opened'])
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** The signing that is going on: what was offered, how far it has come, and the commands around it. */
function useSigning(draftId: string) {
  const { saver } = useDraftDesk()
  const [offer, setOffer] = useState<SigningOffer>()
  const offering = useCommand(offerSigningEndpoint)
  const accepting = useCommand(acceptSigningEndpoint)
  const rejecting = useCommand(rejectSigningEndpoint)
  const signingId = offer?.signingId ?? NO_ID
  const query = useEndpoint(
    getSigningEndpoint,
    { signingId },
    {
      enabled: offer !== undefined,
      refetchInterval: ({ state }) => (state.data === undefined || MOVING.has(state.data.state) ? POLL_MS : false),
      // The desktop is often in the background while the phone signs on the same device.
      refetchOnWindowFocus: 'always',
    },
  )
  const quietly = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      // Shown from the command that failed.
      if (!(error instanceof ProblemError)) throw error
    }
  }
  return {
    offer,
    signing: offer === undefined ? undefined : query.data,
    busy: accepting.isPending ? '正在保存签名' : undefined,
    isOffering: offering.isPending,
    error: offering.error ?? accepting.error ?? rejecting.error,
    start: () =>
      quietly(async () => {
        // The promise is that of the chosen agency: what was typed must be there first.
        await saver.flush()
        const made = await offering.mutateAsync({ input: { draftId } })
        const { now } = await call(getMeEndpoint, {})
        setOffer({ ...made, madeAt: now })
      }),
    accept: () =>
      quietly(async () => {
        await saver.flush()
        const { fileId, draftVersion } = await accepting.mutateAsync({ input: { signingId } })
        saver.takeSignature(fileId, draftVersion)
        setOffer(undefined)
        await saver.refresh()
      }),
    reject: () =>
      quietly(async () => {
        await rejecting.mutateAsync({ input: { signingId } })
        setOffer(undefined)
      }),
  }
}

function Signed({ url, onAgain }: { readonly url: string; readonly onAgain: ReactNode }) {
  return (
    <div className="panel-stack">
      <img className="signature-image" src={url} alt="个人承诺书上的手写签名" />
      {onAgain}
    </div>
  )
}

/** 个人承诺书 signed by hand on a phone: the code, the wait, a look at the signature, and only then it counts (S-080). */
export function SigningPanel() {
  const { draft } = useDraftDesk()
  const { value, errorOf } = useDraftStep('details')
  const { offer, signing, busy, isOffering, error, ...act } = useSigning(draft.draftId)
  const state = signing?.state
  const isWaiting = offer !== undefined && (state === undefined || MOVING.has(state))
  const isOver = state === 'expired' || state === 'rejected'
  const isSigned = value.signatureId !== null
  const isOutdated = draft.defects.some(({ code }) => code === 'application.signature-outdated')
  const startLabel = isOver ? '重新生成二维码' : isSigned ? '重新签名' : '生成签名二维码'
  const start = (
    <div className="button-row">
      <Button busy={isOffering ? '正在生成二维码' : undefined} onClick={() => void act.start()}>
        {startLabel}
      </Button>
    </div>
  )
  return (
    <Panel title="个人承诺书">
      <div className="panel-stack" id="signatureId" tabIndex={-1}>
        {!isSigned && (
          <p className="secondary">
            请用手机扫码，阅读个人承诺书后手写签名。签名只用于这一次申请
            {draft.amendsRegistrationNumber === null ? '。' : '，修改申请后须重新签名。'}
          </p>
        )}
        {error !== null && (
          <Notice tone="stop" title="没有完成" isLive>
            {error.document.detail}
          </Notice>
        )}
        {isOutdated && <Notice tone="act">您改选了认定机构，承诺书的内容有变化，请阅读后重新签名。</Notice>}
        {isOver && (
          <Notice tone="warn" title="二维码已经失效" isLive>
            五分钟内没有完成签名，或二维码已经用过。请重新生成二维码再扫。
          </Notice>
        )}
        {isWaiting && <OfferView offer={offer} isOpened={state === 'opened'} device={signing?.device ?? null} />}
        {signing?.state === 'signed' && (
          <SignedView
            signing={signing}
            busy={busy}
            onAccept={() => void act.accept()}
            onReject={() => void act.reject()}
          />
        )}
        {offer === undefined && isSigned && draft.signatureUrl !== null && (
          <Signed url={draft.signatureUrl} onAgain={start} />
        )}
        {(isOver || (offer === undefined && !isSigned)) && start}
        <FieldError id="signatureId" error={offer === undefined ? errorOf('signatureId') : undefined} />
      </div>
    </Panel>
  )
}
