import { type CallScreen, showScreenEndpoint } from '@xingtan/contract/office/appointment'
import type { ProblemCode } from '@xingtan/contract/problem'
import { call } from '@xingtan/ui/call'
import { ProblemError } from '@xingtan/ui/problem-error'
import { useEffect, useState } from 'react'

const EVERY_MS = 3000
/** After a failure: fast enough for people who wait, slow enough for a server that starts. */
const RETRY_MS = 5000
const OVER: ProblemCode = 'appointment.screen-over'

export interface ScreenState {
  readonly screen: CallScreen | undefined
  readonly isOver: boolean
  readonly isLost: boolean
}

/** Asks for the screen again and again; a failure keeps what was shown and is tried again without end. */
export function useCallScreen(token: string): ScreenState {
  const [state, setState] = useState<ScreenState>({ screen: undefined, isOver: token === '', isLost: false })
  useEffect(() => {
    if (token === '') return undefined
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async (): Promise<void> => {
      let waitMs = EVERY_MS
      try {
        const screen = await call(showScreenEndpoint, { token }, { signal: stop.signal, timeoutMs: 8000 })
        setState({ screen, isOver: false, isLost: false })
      } catch (error) {
        if (stop.signal.aborted) return
        const isOver = error instanceof ProblemError && error.document.code === OVER
        setState((before) => ({ ...before, isOver, isLost: true }))
        if (isOver) return
        waitMs = RETRY_MS
      }
      timer = setTimeout(() => void ask(), waitMs)
    }
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [token])
  return state
}
