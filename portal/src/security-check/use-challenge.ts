import {
  type ChallengeAnswer,
  type ChallengePurpose,
  createChallengeEndpoint,
  solveChallengeEndpoint,
} from '@xingtan/contract/account'
import { call } from '@xingtan/ui/call'
import { ProblemError } from '@xingtan/ui/problem-error'
import { solveProofOfWork } from '@xingtan/ui/solve-proof-of-work'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useMe } from '../session/use-me.ts'

/** Challenges live 120 seconds; a page left open renews its picture a few times and then waits for the person. */
const RENEW_MS = 110_000
const RENEWALS = 5

/** Calls `renew` before a waiting challenge runs out, a few times. */
function useRenewal(isWaiting: boolean, renew: () => void): void {
  const renewals = useRef(0)
  const latest = useRef(renew)
  useEffect(() => {
    latest.current = renew
  })
  useEffect(() => {
    if (!isWaiting || renewals.current >= RENEWALS) return undefined
    const timer = setTimeout(() => {
      renewals.current += 1
      latest.current()
    }, RENEW_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
}

/** One security check: the puzzle, the work for the computer, and the proof either of them earns (ACC-3, S-014…S-016). */
export function useChallenge(purpose: ChallengePurpose, onProof: (proof: string) => void) {
  const [number, setNumber] = useState(0)
  const [error, setError] = useState<string>()
  const working = useRef<AbortController>(undefined)
  const { query: me } = useMe()
  const query = useQuery({
    queryKey: [createChallengeEndpoint.name, purpose, number],
    queryFn: ({ signal }) => call(createChallengeEndpoint, { purpose }, { signal }),
    // A challenge belongs to one device, which the first answer of a visit names: two at once would name two.
    enabled: !me.isPending,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const challenge = query.data
  const solve = useMutation({
    mutationFn: async (makeAnswer: (signal: AbortSignal) => Promise<ChallengeAnswer>) => {
      if (challenge === undefined) throw new Error('solved before it was there')
      working.current = new AbortController()
      const answer = await makeAnswer(working.current.signal)
      return call(solveChallengeEndpoint, { challengeId: challenge.challengeId, answer })
    },
    onMutate: () => setError(undefined),
    onSuccess: ({ proof }) => onProof(proof),
    onError: (problem) => {
      setError(problem instanceof ProblemError ? problem.message : '安全验证没有完成，请再试一次。')
      setNumber((count) => count + 1)
    },
  })
  const isBusy = solve.isPending
  useRenewal(challenge !== undefined && !isBusy, () => setNumber((count) => count + 1))
  useEffect(() => () => working.current?.abort(), [])
  return {
    query,
    error,
    isBusy,
    renew: () => {
      setError(undefined)
      setNumber((count) => count + 1)
    },
    solveWith: (answer: ChallengeAnswer) => solve.mutate(() => Promise.resolve(answer)),
    solveByWork: () => {
      if (challenge === undefined || isBusy) return
      const { challenge: text, bits } = challenge.work
      solve.mutate(async (signal) => ({ kind: 'work', counter: await solveProofOfWork(text, bits, { signal }) }))
    },
  }
}
