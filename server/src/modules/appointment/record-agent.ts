import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { getAgentEndpoint, recordAgentEndpoint } from '@xingtan/contract/office/appointment'
import type { Refusal } from '@xingtan/contract/problem'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { personKey } from '@xingtan/domain/person-identity'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { findCase, getOfficer, lockCase, stateOf } from '../case/index.ts'
import { findAgent, insertAgent } from './sql-agent.ts'

/** 代理: who hands the material in, with the 授权委托书 seen; the number is sealed (行政许可法 art. 29, domain §9.2). */
export async function recordAgent(ctx: Context, input: InputOf<typeof recordAgentEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    if (stateOf(record) !== 'awaiting-confirmation') throw problem('appointment.not-awaiting')
    const key = personKey(input.documentType, input.documentNumber)
    const wrong: Refusal[] =
      key === undefined ? [{ code: 'appointment.agent-number-wrong', field: 'documentNumber' }] : []
    const unseen: Refusal[] = input.letterSeen ? [] : [{ code: 'appointment.letter-needed', field: 'letterSeen' }]
    throwIfRefused([...wrong, ...unseen])
    const id = randomUUID()
    await insertAgent(tx, {
      id,
      applicationId: record.id,
      agencyCode: officer.agencyCode,
      name: input.name,
      documentType: input.documentType,
      numberSealed: ctx.crypto.sealColumn(input.documentNumber.trim().toUpperCase()),
      recordedBy: officer.userId,
    })
    tx.concerns('application', record.id, { agentId: id })
    return { done: true }
  })
}

/** The agent recorded last for a case, with the number masked. */
export async function getAgent(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<OutputOf<typeof getAgentEndpoint>> {
  return ctx.read(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    const agent = await findAgent(tx, record.id)
    if (agent === undefined) return { agent: null }
    const { numberSealed, recordedAt, ...rest } = agent
    const maskedDocumentNumber = maskDocumentNumber(ctx.crypto.openColumn(numberSealed))
    return { agent: { ...rest, maskedDocumentNumber, recordedAt: recordedAt.toISOString() } }
  })
}
