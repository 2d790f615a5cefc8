import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { finishSignInEndpoint, getOfficerEndpoint } from '@xingtan/contract/office/session'
import { call } from '@xingtan/ui/call'
import { ProblemError } from '@xingtan/ui/problem-error'
import { Notice } from '@xingtan/ui/components/notice'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Challenge } from './challenge.ts'
import { findKey, signWithKey } from './key-middleware.ts'
import { keySentence } from './key-sentence.ts'
import { PinForm } from './pin-form.tsx'

/** Signs and hands in; a failure of the key is an answer to show, not an error. */
async function signAndFinish(challenge: Challenge, pin: string) {
  const question = { serial: challenge.keySerial, pin, challenge: challenge.challenge }
  const signed = await signWithKey(challenge.middlewareUrl, question)
  if (!signed.ok) return signed.failure
  await call(finishSignInEndpoint, { ticket: challenge.ticket, ...signed.value })
  return undefined
}

function useSecondsLeft(overAt: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((overAt - now) / 1000))
}

interface KeyFormProps {
  readonly challenge: Challenge
  readonly username: string
  /** Back to the password, with the sentence why; the username stays. */
  readonly onRestart: (sentence: string | undefined) => void
}

/** Second half: the key on file must be plugged in, and its PIN lets it answer the challenge within 60 seconds. */
export function KeyForm({ challenge, username, onRestart }: KeyFormProps) {
  const queryClient = useQueryClient()
  const secondsLeft = useSecondsLeft(challenge.overAt)
  const { middlewareUrl, keySerial } = challenge
  const key = useQuery({
    queryKey: ['key-middleware', middlewareUrl, keySerial],
    queryFn: () => findKey(middlewareUrl, keySerial),
    gcTime: 0,
    staleTime: 0,
  })
  const finish = useMutation({
    mutationKey: [finishSignInEndpoint.name],
    mutationFn: (pin: string) => signAndFinish(challenge, pin),
    onSuccess: async (failure) => {
      if (failure === undefined) await queryClient.invalidateQueries({ queryKey: [getOfficerEndpoint.name] })
    },
    onError: (error) => {
      // The ticket is used up whatever was wrong with it: the way leads back to the password.
      if (error instanceof ProblemError && error.status !== 0) onRestart(error.message)
    },
  })
  const retry = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    retry.current?.focus()
  }, [])
  const isOver = secondsLeft === 0 && !finish.isPending && !finish.isSuccess
  useEffect(() => {
    if (isOver) onRestart('插入密钥并输入口令的时间已超过 60 秒。您的用户名已保留，请重新输入密码。')
  }, [isOver, onRestart])
  const offline = finish.isError ? finish.error.message : undefined
  const failure = finish.data ?? (key.data?.ok === false ? key.data.failure : undefined)
  const problem = failure === undefined ? offline : keySentence(failure)
  return (
    <div className="key-form">
      <p className="sign-in-user">
        用户名：{username}
        <Button type="link" size="small" onClick={() => onRestart(undefined)}>
          换一个用户
        </Button>
      </p>
      {problem !== undefined && (
        <Notice tone="stop" isLive>
          {problem}
        </Notice>
      )}
      {key.isPending && <output className="status-line">正在查找您的密钥。</output>}
      {key.data?.ok === true && failure?.kind !== 'locked' ? (
        <PinForm holder={key.data.value.holder} serial={keySerial} isBusy={finish.isPending} onPin={finish.mutate} />
      ) : (
        <Button ref={retry} size="large" block loading={key.isFetching} onClick={() => void key.refetch()}>
          重新检测密钥
        </Button>
      )}
      <p className="sign-in-clock" role="timer">
        请在 {secondsLeft} 秒内完成。
      </p>
    </div>
  )
}
