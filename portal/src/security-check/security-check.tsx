import type { ChallengePurpose } from '@xingtan/contract/account'
import { Button } from '@xingtan/ui/components/button'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { SliderPuzzle } from '@xingtan/ui/components/slider-puzzle'
import { type ReactNode, useEffect, useRef } from 'react'
import { useChallenge } from './use-challenge.ts'

export interface SecurityCheckProps {
  readonly purpose: ChallengePurpose
  readonly onProof: (proof: string) => void
  /** The way without dragging; without `onChoose` the computer works for the proof instead (S-016). */
  readonly alternative: { readonly title: string; readonly onChoose?: () => void }
  /** More choices after it. */
  readonly children?: ReactNode
  /** Puts the focus on the puzzle when it appears after a press of a button. */
  readonly takesFocus?: boolean
}

/** The puzzle with the way that needs no dragging; a new picture after every failure keeps the focus where it was. */
export function SecurityCheck({ purpose, onProof, alternative, children, takesFocus = false }: SecurityCheckProps) {
  const check = useChallenge(purpose, onProof)
  const box = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(takesFocus)
  const challenge = check.query.data
  const challengeId = challenge?.challengeId
  useEffect(() => {
    if (challengeId === undefined || !wantsFocus.current) return
    wantsFocus.current = false
    box.current?.querySelector('input')?.focus()
  }, [challengeId])
  if (challenge === undefined) {
    if (check.query.isError) return <ErrorState error={check.query.error} onRetry={() => void check.query.refetch()} />
    return <Skeleton lines={5} label="正在加载安全验证" />
  }
  const { challengeId: key, slider } = challenge
  const keepFocus = (): void => {
    wantsFocus.current = true
  }
  const work = (): void => {
    keepFocus()
    check.solveByWork()
  }
  return (
    <div ref={box}>
      <SliderPuzzle
        key={key}
        puzzle={slider}
        busy={check.isBusy ? '正在验证，请稍候' : undefined}
        error={check.error}
        onSolve={(x, track) => {
          keepFocus()
          check.solveWith({ kind: 'slider', x, track: [...track] })
        }}
        onRenew={() => {
          keepFocus()
          check.renew()
        }}
        alternative={
          <>
            <Button kind="quiet" onClick={alternative.onChoose ?? work}>
              {alternative.title}
            </Button>
            {children}
          </>
        }
      />
    </div>
  )
}
