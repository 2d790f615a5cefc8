import { CaseArranger } from './case-arranger.ts'
import type { CaseStep, CaseWish } from './case-wish.ts'
import type { World } from './world.ts'

export interface ArrangedCase {
  readonly id: string
  readonly accountId: string
  readonly personIndex: Buffer
  readonly registrationNumber: string
  readonly version: number
  readonly name: string
  readonly documentNumber: string
  readonly photoFileId: string
}

const STEPS: readonly CaseStep[] = ['submitted', 'confirmed', 'vetted', 'reviewed']

/** Lays a case with its person, records, consents, confirmation, checks and review as far as the step says. */
export async function arrangeCase(world: World, wish: CaseWish): Promise<ArrangedCase> {
  const arranger = new CaseArranger(world, wish)
  const { step } = wish
  await arranger.layPerson()
  await arranger.layApplication()
  const isConcluded = step === 'recognised' || step === 'not-recognised'
  const reached = isConcluded ? STEPS.length : STEPS.indexOf(step)
  if (step === 'withdrawn') await arranger.withdraw()
  if (step === 'confirmation-refused') await arranger.confirm('refused')
  if (reached >= 1) await arranger.confirm('accepted')
  if (reached >= 2) await arranger.vet()
  if (reached >= 3) await arranger.review()
  if (isConcluded) await arranger.conclude(step === 'recognised' ? 'passed' : 'failed')
  const [row] = await world.rows('select version from applications where id = $1', [arranger.id])
  const { id, accountId, personIndex, registrationNumber, name, documentNumber, photoFileId } = arranger
  return {
    id,
    accountId,
    personIndex,
    registrationNumber,
    version: Number(row?.['version']),
    name,
    documentNumber,
    photoFileId,
  }
}

/** As `arrangeCase`, with a check that found something. */
export async function arrangeHit(world: World, wish: Omit<CaseWish, 'step'> = {}): Promise<ArrangedCase> {
  const arranger = new CaseArranger(world, { ...wish, step: 'confirmed' })
  await arranger.layPerson()
  await arranger.layApplication()
  await arranger.confirm('accepted')
  await arranger.vet('hit')
  const [row] = await world.rows('select version from applications where id = $1', [arranger.id])
  const { id, accountId, personIndex, registrationNumber, name, documentNumber, photoFileId } = arranger
  return {
    id,
    accountId,
    personIndex,
    registrationNumber,
    version: Number(row?.['version']),
    name,
    documentNumber,
    photoFileId,
  }
}
