import { describeIntent } from './describe-intent.ts'
import { newIdempotencyKey } from './new-idempotency-key.ts'

/** Remembers the idempotency key of the command a person is trying to give. */
export interface IntentKey {
  /** The same key as long as the input means the same and the command has not succeeded. */
  keyFor(input: unknown): string
  /** To be told when the command succeeded: the next one is a new intent even with equal input. */
  settle(): void
}

/** One per form or button. A person who presses twice, or again after a lost connection, gives one command. */
export function createIntentKey(): IntentKey {
  let current: { readonly intent: string; readonly key: string } | undefined
  return {
    keyFor(input) {
      const intent = describeIntent(input)
      if (current?.intent !== intent) current = { intent, key: newIdempotencyKey() }
      return current.key
    },
    settle() {
      current = undefined
    },
  }
}
