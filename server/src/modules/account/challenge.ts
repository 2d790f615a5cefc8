import { randomUUID } from 'node:crypto'
import type { Challenge, ChallengeAnswer, ChallengePurpose } from '@xingtan/contract/account'
import type { Context } from '../../platform/context.ts'
import { problem, problemForSeconds } from '../../platform/problem.ts'
import { isProofOfWork } from '../../platform/proof-of-work.ts'
import { isHumanTrack } from '../../platform/puzzle-track.ts'
import { CHALLENGE_SECONDS, WORK_BITS } from './limits.ts'
import { takeToken } from './rate-limit.ts'
import { findPuzzle, insertChallenge, markChallengeSolved, takeChallengeTry } from './sql-challenge.ts'

/** A fresh challenge with both ways: the puzzle, and work for the computer for people who cannot drag (S-016). */
export async function createChallenge(ctx: Context, input: { readonly purpose: ChallengePurpose }): Promise<Challenge> {
  return ctx.write(async (tx) => {
    const wait = await takeToken(tx, ctx, { of: 'challenge', by: ctx.request.deviceHash, seconds: 2, burst: 30 })
    if (wait > 0) throw problemForSeconds('request.too-many', wait)
    const puzzle = await findPuzzle(tx)
    if (puzzle === undefined) throw problemForSeconds('request.busy', 5)
    const id = randomUUID()
    const work = ctx.crypto.randomToken(24)
    const expiresAt = new Date(tx.now.getTime() + CHALLENGE_SECONDS * 1000)
    await insertChallenge(tx, {
      id,
      purpose: input.purpose,
      deviceHash: ctx.request.deviceHash,
      gapX: puzzle.gapX,
      work,
      bits: WORK_BITS,
      expiresAt,
    })
    return {
      challengeId: id,
      expiresAt: expiresAt.toISOString(),
      slider: {
        background: `data:image/webp;base64,${puzzle.background.toString('base64')}`,
        piece: `data:image/png;base64,${puzzle.piece.toString('base64')}`,
        width: puzzle.width,
        height: puzzle.height,
        pieceSize: puzzle.pieceSize,
        pieceTop: puzzle.gapY,
      },
      work: { challenge: work, bits: WORK_BITS },
    }
  })
}

/** Judges an answer; a right one earns a proof for one use. Each wrong one costs a try (S-014, S-015). */
export async function solveChallenge(
  ctx: Context,
  input: { readonly challengeId: string; readonly answer: ChallengeAnswer },
): Promise<{ proof: string }> {
  const { answer } = input
  // A wrong answer must cost its try, so the refusal is thrown only after the transaction has committed.
  const result = await ctx.write(async (tx) => {
    const challenge = await takeChallengeTry(tx, input.challengeId, ctx.request.deviceHash)
    if (challenge === undefined) return { code: 'account.challenge-over' } as const
    if (answer.kind === 'slider' && !isHumanTrack(answer.track, challenge.gapX))
      return { code: 'account.slider-wrong' } as const
    if (answer.kind === 'slider' && Math.abs(answer.x - challenge.gapX) > 4)
      return { code: 'account.slider-wrong' } as const
    if (
      answer.kind === 'work' &&
      !isProofOfWork({ challenge: challenge.work, counter: answer.counter, difficultyBits: challenge.bits })
    ) {
      return { code: 'account.work-wrong' } as const
    }
    const proof = ctx.crypto.randomToken()
    await markChallengeSolved(tx, { id: challenge.id, by: answer.kind, proofHash: ctx.crypto.hashToken(proof) })
    return { proof }
  })
  if ('code' in result) throw problem(result.code)
  return result
}
