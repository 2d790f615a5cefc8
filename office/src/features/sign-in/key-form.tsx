import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyProof, finishSignInEndpoint, getOfficerEndpoint } from '@xingtan/contract/office/session'
import { Notice } from '@xingtan/ui/components/notice'
import { call } from '@xingtan/ui/call'
import { ProblemError } from '@xingtan/ui/problem-error'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { KeyAnswer } from '../../components/key-answer.tsx'
import type { Challenge } from './challenge.ts'

/** How long the key has to answer; the server counts for itself. */
const ANSWER_SECONDS = 60

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

/** Second half: a key on file answers the challenge within 60 seconds. */
export function KeyForm({ challenge, username, onRestart }: KeyFormProps) {
  const queryClient = useQueryClient()
  const { overAt, ...question } = challenge
  const secondsLeft = useSecondsLeft(overAt)
  const finish = useMutation({
    mutationKey: [finishSignInEndpoint.name],
    mutationFn: (proof: KeyProof) => call(finishSignInEndpoint, { ticket: question.ticket, proof }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [getOfficerEndpoint.name] }),
    onError: (error) => {
      // The ticket is used up whatever was wrong with it: the way leads back to the password.
      if (error instanceof ProblemError && error.status !== 0) onRestart(error.message)
    },
  })
  const isOver = secondsLeft === 0 && !finish.isPending && !finish.isSuccess
  useEffect(() => {
    if (isOver) onRestart('使用密钥的时间已超过 60 秒。您的用户名已保留，请重新输入密码。')
  }, [isOver, onRestart])
  return (
    <div className="key-form">
      <p className="sign-in-user">
        用户名：{username}
        <Button type="link" size="small" onClick={() => onRestart(undefined)}>
          换一个用户
        </Button>
      </p>
      {finish.isError && (
        <Notice tone="stop" isLive>
          {finish.error.message}
        </Notice>
      )}
      <KeyAnswer
        question={question}
        action="签名并登录"
        isBusy={finish.isPending}
        onProof={async (proof) => {
          await finish.mutateAsync(proof).catch(() => undefined)
        }}
      />
      <p className="sign-in-clock" role="timer">
        请在 {Math.min(secondsLeft, ANSWER_SECONDS)} 秒内完成。
      </p>
    </div>
  )
}
