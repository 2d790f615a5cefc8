import { z } from 'zod'
import { CASE_EVENT_KINDS, type CaseState, caseStateOf, foldState } from '@xingtan/domain/application'
import type { Breach } from './invariant.ts'
import type { Snapshot } from './snapshot.ts'

const PAGE = 2000

const History = z.object({
  id: z.string(),
  withdrawn: z.boolean(),
  confirmation: z.enum(['accepted', 'refused']).nullable(),
  conclusion: z.enum(['passed', 'failed']).nullable(),
  status: z.string(),
  kinds: z.array(z.enum(CASE_EVENT_KINDS)),
  statuses: z.array(z.string()),
})
type History = z.infer<typeof History>

/** Cases after `after` in the order of their ids, each with its history. */
async function listHistories(snapshot: Snapshot, after: string): Promise<History[]> {
  return snapshot.list(
    History,
    `select a.id, a.withdrawn_at is not null as withdrawn, a.confirmation, a.conclusion, a.status,
       coalesce(e.kinds, '{}') as kinds, coalesce(e.statuses, '{}') as statuses
     from (select * from applications where id > $1 order by id limit ${PAGE}) a
     left join lateral (select array_agg(kind order by seq) as kinds, array_agg(status order by seq) as statuses
       from application_events where application_id = a.id) e on true
     order by a.id`,
    [after],
  )
}

/** The events keep the 认定状态 of a withdrawn case: 撤回 is not one of the five statuses (APP-9). */
function saysStatus(folded: CaseState, said: string): boolean {
  return folded === 'withdrawn' ? said === 'awaiting-confirmation' : folded === said
}

function judge(history: History): Breach[] {
  const { id, kinds, statuses, withdrawn, confirmation, conclusion, status } = history
  const folded = foldState(kinds)
  if (folded === undefined) return [{ id: 'I-09', what: `${id}: ${kinds.join(' → ')}` }]
  const breaches: Breach[] = []
  if (folded !== caseStateOf({ isWithdrawn: withdrawn, confirmation, conclusion })) {
    breaches.push({ id: 'I-08', what: `${id}: events lead to ${folded}` })
  } else if (!saysStatus(folded, status)) {
    breaches.push({ id: 'I-08', what: `${id}: status ${status} is not ${folded}` })
  }
  const wrong = statuses.findIndex((said, index) => {
    const state = foldState(kinds.slice(0, index + 1))
    return state === undefined || !saysStatus(state, said)
  })
  if (wrong >= 0) breaches.push({ id: 'I-08', what: `${id}: event ${wrong + 1} says ${statuses[wrong] ?? ''}` })
  return breaches
}

/** Folds every history by the state table and compares it with the facts and with what each event said (I-08, I-09). */
export async function judgeHistories(snapshot: Snapshot): Promise<Breach[]> {
  const breaches: Breach[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const histories = await listHistories(snapshot, after)
    breaches.push(...histories.flatMap(judge))
    const last = histories.at(-1)
    if (last === undefined || histories.length < PAGE) return breaches
    after = last.id
  }
}
