import { type PhoneCodePurpose, sendPhoneCodeEndpoint } from '@xingtan/contract/account'
import type { z } from 'zod'
import { Phone } from '@xingtan/contract/field'
import { problemErrors } from '@xingtan/ui/form-errors'
import { useCommand } from '@xingtan/ui/use-command'
import { useState } from 'react'
import { cleanPhone } from './clean-digits.ts'

export interface SentCode {
  readonly phoneCodeId: string
  readonly phone: string
  readonly expiresAt: string
}

/** Usual wait between two codes; the server has the last word. */
const RESEND_MS = 60_000

/** State of a phone that is being verified: checking, sent, and what was wrong. */
export function usePhoneCode(purpose: z.infer<typeof PhoneCodePurpose>, phone: string) {
  const [sent, setSent] = useState<SentCode>()
  /** Until when no other code is sent to which phone. */
  const [pause, setPause] = useState({ phone: '', until: 0 })
  const [isChecking, setIsChecking] = useState(false)
  const [error, setError] = useState<string>()
  const command = useCommand(sendPhoneCodeEndpoint, {
    onSuccess: ({ phoneCodeId, expiresAt }, { input }) => {
      setIsChecking(false)
      setSent({ phoneCodeId, phone: input.phone, expiresAt })
      setPause({ phone: input.phone, until: performance.now() + RESEND_MS })
    },
    onError: (problem, { input }) => {
      setIsChecking(false)
      const seconds = problem.retryAfterSeconds
      if (seconds !== undefined) setPause({ phone: input.phone, until: performance.now() + seconds * 1000 })
      setError(
        problemErrors(problem)
          .errors.map(({ sentence }) => sentence)
          .join(''),
      )
    },
  })
  const wanted = cleanPhone(phone)
  return {
    /** A code that was sent to the phone as it stands in the field now. */
    sent: sent?.phone === wanted ? sent : undefined,
    /** Milliseconds of the page's stopwatch before which no other code is sent to this phone. */
    resendAfter: wanted !== '' && pause.phone === wanted ? pause.until : undefined,
    isChecking,
    isSending: command.isPending,
    error,
    /** Begins the security check when the number can be written to. */
    begin: (): void => {
      const parsed = Phone.safeParse(wanted)
      setError(parsed.success ? undefined : parsed.error.issues[0]?.message)
      setIsChecking(parsed.success)
    },
    cancel: (): void => setIsChecking(false),
    send: (proof: string): void => command.mutate({ input: { purpose, phone: wanted, proof } }),
    /** After a code has been used up: another one has to be asked for. */
    forget: (): void => setSent(undefined),
    clearError: (): void => setError(undefined),
  }
}

export type PhoneCodeState = ReturnType<typeof usePhoneCode>
