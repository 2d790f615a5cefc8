import { beforeAll, describe, expect, test } from 'vitest'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { codesOf } from '../refusal-codes.ts'
import { ACCESS_MATRIX } from '../security/access-matrix.ts'
import type { World } from '../world.ts'
import { StateKeeper } from './state-keeper.ts'

export type Try = (officer: OfficerActor) => Promise<unknown>

/** One kind of thing: its states, what may be tried, by whom, and what comes of it. */
export interface Table<State extends string, Act extends string> {
  readonly states: readonly State[]
  readonly tables: readonly string[]
  /** Which one it is; another one in each state. */
  readonly subject: { get(): string; set(id: string): void }
  /** Who tries, in the order of the words of each row. */
  readonly who: () => Promise<Readonly<Record<string, OfficerActor>>>
  /** Brings the thing from nothing into each state. */
  readonly arrange: Readonly<Record<State, () => Promise<void>>>
  readonly acts: Readonly<Record<Act, Try>>
  /** The endpoint of each act; whom it lets in is the access matrix’s word, which `endpoint-sweep.test.ts` holds (S-044). */
  readonly doors: Readonly<Record<Act, string>>
  /** For each state and act one word for each of `who`: ✓, or the code it is refused with. */
  readonly expected: Readonly<Record<State, Readonly<Record<Act, string>>>>
}

/** Officers by agency and roles, in as few words as a table of persons wants. */
export const officersOf =
  (getWorld: () => World) =>
  (
    agencyCode: string,
    roles: OfficerActor['roles'],
    more: { readonly pointId?: string; readonly personId?: string } = {},
  ): Promise<OfficerActor> =>
    getWorld().officer({ roles, agencyCode, ...more })

function mayEnter(name: string, { roles }: OfficerActor): boolean {
  const allowed: readonly string[] | undefined = ACCESS_MATRIX[name]
  if (allowed === undefined) throw new Error(`no endpoint ${name}`)
  return roles.some((role) => allowed.includes(role))
}

/** Every state, act and person; a state or an act without its line does not compile, and is counted besides. */
export function holdTable<State extends string, Act extends string>(
  name: string,
  getWorld: () => World,
  make: () => Table<State, Act>,
): void {
  describe(`${name}: every state, act and person (S-054)`, () => {
    let table: Table<State, Act>
    let keeper: StateKeeper
    const subjects = new Map<State, string>()
    let who: Readonly<Record<string, OfficerActor>>
    beforeAll(async () => {
      table = make()
      who = await table.who()
      keeper = new StateKeeper(getWorld(), table.tables)
      await keeper.keep(`${name} nothing`)
      for (const state of table.states) {
        await keeper.putBack(`${name} nothing`)
        await table.arrange[state]()
        await keeper.keep(`${name} ${state}`)
        subjects.set(state, table.subject.get())
      }
    })

    test.each(make().states)('%s', async (state) => {
      const acts = Object.keys(table.acts) as Act[] // The keys of this very table.
      const found: Record<string, string> = {}
      table.subject.set(subjects.get(state) ?? '')
      for (const act of acts) {
        const outcomes: string[] = []
        for (const officer of Object.values(who)) {
          await keeper.putBack(`${name} ${state}`)
          const before = await keeper.digest()
          const codes = mayEnter(table.doors[act], officer)
            ? await codesOf(table.acts[act](officer))
            : ['request.not-allowed']
          outcomes.push(codes.length === 0 ? '✓' : codes.join('+'))
          // A refused act leaves nothing; one that is done leaves something.
          expect((await keeper.digest()) === before, `${act} ${codes.join()}`).toBe(codes.length > 0)
        }
        found[act] = outcomes.join(' ')
      }
      expect(found).toEqual(table.expected[state])
    })

    test('is complete', () => {
      expect(Object.keys(table.expected).toSorted()).toEqual([...table.states].toSorted())
    })
  })
}
