import type { Context } from '../../platform/context.ts'

const CHALLENGE_SECONDS = 60

export interface MadeChallenge {
  readonly ticket: string
  readonly ticketHash: Buffer
  readonly challenge: string
  readonly expiresAt: Date
}

/** A challenge with 256 random bits for this host and this purpose, good for 60 seconds (S-034). */
export function makeChallenge(ctx: Context, now: Date, about: Readonly<Record<string, string>>): MadeChallenge {
  const ticket = ctx.crypto.randomToken()
  const expiresAt = new Date(now.getTime() + CHALLENGE_SECONDS * 1000)
  const text = JSON.stringify({
    nonce: ctx.crypto.randomToken(),
    origin: ctx.officeOrigin,
    ...about,
    expiresAt: expiresAt.toISOString(),
  })
  return {
    ticket,
    ticketHash: ctx.crypto.hashToken(ticket),
    challenge: Buffer.from(text, 'utf8').toString('base64url'),
    expiresAt,
  }
}
