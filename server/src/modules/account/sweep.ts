import type { Services } from '../../platform/context.ts'
import { makePuzzle } from '../../platform/puzzle.ts'
import { PUZZLE_POOL } from './limits.ts'
import { deleteLapsedAccounts } from './sql-account.ts'
import { countPuzzles, insertPuzzle } from './sql-challenge.ts'

/** Lapsed accounts are gone when their time is over. */
export async function sweepAccounts(services: Services): Promise<void> {
  await services.db.transaction({}, deleteLapsedAccounts)
}

/** Fills the pool of slider puzzles. */
export async function fillPuzzlePool(services: Services, random: () => number): Promise<void> {
  const stored = await services.db.transaction({}, (tx) => countPuzzles(tx, PUZZLE_POOL), 'read')
  for (let made = stored; made < PUZZLE_POOL; made += 1) {
    const puzzle = await makePuzzle(random)
    await services.db.transaction({}, (tx) =>
      insertPuzzle(tx, { ...puzzle, width: 320, height: 160, pieceSize: puzzle.width }),
    )
  }
}
