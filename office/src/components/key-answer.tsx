import { useMutation, useQuery } from '@tanstack/react-query'
import type { KeyProof, KeyQuestion } from '@xingtan/contract/office/session'
import { Notice } from '@xingtan/ui/components/notice'
import { Button, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { answerWithPasskey, answerWithUsbKey } from '../session/answer-question.ts'
import { type KeyFailure, findKey } from '../session/key-middleware.ts'
import { keySentence } from '../session/key-sentence.ts'
import { PinForm } from './pin-form.tsx'
import './key-answer.css'

interface KeyAnswerProps {
  readonly question: KeyQuestion
  /** What pressing does, for example 「签名并登录」. */
  readonly action: string
  /** Hands the proof in; what it throws is for the caller. */
  readonly onProof: (proof: KeyProof) => Promise<void>
  readonly isBusy: boolean
}

/** Lets the officer answer a question of the server with the USB key or a passkey, whichever is on file. */
export function KeyAnswer({ question, action, onProof, isBusy }: KeyAnswerProps) {
  const [way, setWay] = useState<KeyProof['kind']>(question.keySerial === null ? 'passkey' : 'sm2')
  const answer = useMutation({
    mutationFn: async (pin: string | undefined): Promise<KeyFailure | undefined> => {
      const result = pin === undefined ? await answerWithPasskey(question) : await answerWithUsbKey(question, pin)
      if (!result.ok) return result.failure
      await onProof(result.value)
      return undefined
    },
  })
  const busy = isBusy || answer.isPending
  const common = { question, action, isBusy: busy, failure: answer.data }
  return (
    <div className="key-answer">
      {question.keySerial !== null && question.passkey !== null && (
        <Radio.Group
          aria-label="用哪一种密钥"
          value={way}
          disabled={busy}
          onChange={(event) => {
            answer.reset()
            setWay(event.target.value === 'passkey' ? 'passkey' : 'sm2')
          }}
          options={[
            { value: 'sm2', label: '密钥（USBKey）' },
            { value: 'passkey', label: '通行密钥' },
          ]}
        />
      )}
      {way === 'sm2' ? (
        <UsbKey {...common} onPin={answer.mutate} />
      ) : (
        <Passkey {...common} onStart={() => answer.mutate(undefined)} />
      )}
    </div>
  )
}

interface WayProps {
  readonly question: KeyQuestion
  readonly action: string
  readonly isBusy: boolean
  readonly failure: KeyFailure | undefined
}

function Failure({ failure }: { readonly failure: KeyFailure | undefined }) {
  if (failure === undefined) return null
  return (
    <Notice tone="stop" isLive>
      {keySentence(failure)}
    </Notice>
  )
}

function UsbKey({ question, action, isBusy, failure, onPin }: WayProps & { readonly onPin: (pin: string) => void }) {
  const { middlewareUrl } = question
  const keySerial = question.keySerial ?? ''
  const key = useQuery({
    queryKey: ['key-middleware', middlewareUrl, keySerial],
    queryFn: () => findKey(middlewareUrl, keySerial),
    gcTime: 0,
    staleTime: 0,
  })
  const retry = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    retry.current?.focus()
  }, [])
  return (
    <>
      <Failure failure={failure ?? (key.data?.ok === false ? key.data.failure : undefined)} />
      {key.isPending && <output className="status-line">正在查找您的密钥。</output>}
      {key.data?.ok === true && failure?.kind !== 'locked' ? (
        <PinForm holder={key.data.value.holder} serial={keySerial} isBusy={isBusy} action={action} onPin={onPin} />
      ) : (
        <Button ref={retry} size="large" block loading={key.isFetching} onClick={() => void key.refetch()}>
          重新检测密钥
        </Button>
      )}
    </>
  )
}

function Passkey({ action, isBusy, failure, onStart }: WayProps & { readonly onStart: () => void }) {
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    start.current?.focus()
  }, [])
  return (
    <>
      <Failure failure={failure} />
      <p>点下面的按钮后，请按系统提示用指纹、面容或设备口令确认。</p>
      <Button ref={start} type="primary" size="large" block loading={isBusy} onClick={onStart}>
        {action}
      </Button>
    </>
  )
}
