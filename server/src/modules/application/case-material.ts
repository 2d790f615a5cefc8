import type { EvidenceFact } from '@xingtan/contract/policy-value'
import { type CaseMaterial, listMaterials } from '@xingtan/domain/application-material'
import type { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, handedInOn } from '../case/index.ts'
import { type RecordKind, listEvidence } from '../evidence/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { given } from './build-case.ts'

type Fact = z.infer<typeof EvidenceFact>

const FACTS = [
  ['exam-proof', 'examProof', 'exam-proof-verified'],
  ['putonghua', 'putonghua', 'putonghua-verified'],
  ['enrolment', 'enrolment', 'enrolment-verified'],
  ['education', 'education', 'education-verified'],
  ['degree', 'degree', 'degree-verified'],
] as const satisfies readonly (readonly [RecordKind, keyof CaseRecord['snapshot'], Fact])[]

/** Facts the sources have proven by now: a source that was down on submission may have answered since. */
async function listProven(tx: Tx, row: CaseRecord): Promise<Fact[]> {
  const proven: Fact[] = ['identity-verified']
  const records = await listEvidence(tx, row.accountId)
  for (const [kind, name, fact] of FACTS) {
    const frozen = row.snapshot[name]
    if (frozen === null) continue
    const present = records.find((record) => record.kind === kind && record.id === frozen.id)
    if ((present?.state ?? frozen.state) === 'match') proven.push(fact)
  }
  return proven
}

/** What to bring, computed for this case by the rule it was submitted under (APP-14). */
export async function listCaseMaterials(tx: Tx, row: CaseRecord): Promise<CaseMaterial[]> {
  const book = await loadPolicyBook(tx, row.agencyCode)
  const { steps } = row.snapshot
  return listMaterials(book.pinnedTo(row.policyVersions).resolve('confirmation.materials', handedInOn(row)).value, {
    areaBasis: given(steps.agency.areaBasis),
    isStudent: steps.identity.isStudent === true,
    route: given(steps.identity.route),
    qualificationType: row.qualificationType,
    proven: await listProven(tx, row),
  })
}
