import { NATION_AGENCY } from '@xingtan/contract/agency-reference'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listWindowsEndpoint } from '@xingtan/contract/office/window'
import { type Window, windowState } from '@xingtan/domain/window'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listClosures, listExtensions, listProvinces, listRounds, listSwitches } from './sql-edit.ts'

const STATES = { before: 'coming', open: 'running', after: 'over' } as const

/** National windows with their extensions, maintenance and switches, latest first; anybody at an office may read them. */
export async function listAllWindows(ctx: Context): Promise<OutputOf<typeof listWindowsEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const rounds = await listRounds(tx)
    const extensions = await listExtensions(
      tx,
      rounds.map(({ id }) => id),
    )
    const shown = (window: Window) => ({
      opensAt: window.opensAt.toISOString(),
      closesAt: window.closesAt.toISOString(),
      state: STATES[windowState(window, tx.now)],
    })
    return {
      rounds: rounds.map((round) => ({
        roundId: round.id,
        name: round.name,
        kind: round.kind,
        ...shown(round),
        extensions: extensions
          .filter(({ roundId }) => roundId === round.id)
          .map(({ roundId: _roundId, closesAt, ...order }) => ({ ...order, closesAt: closesAt.toISOString() })),
      })),
      closures: (await listClosures(tx)).map((row) => ({ closureId: row.id, sentence: row.sentence, ...shown(row) })),
      switches: (await listSwitches(tx)).map((row) => ({
        switchId: row.id,
        function: row.function,
        sentence: row.sentence,
        ...shown(row),
      })),
      provinces: await listProvinces(tx),
      canPropose: officer.agencyCode === NATION_AGENCY && officer.roles.includes('plan'),
    }
  })
}
