import type { InputOf } from '@xingtan/contract/endpoint'
import type { judgeMaterialsEndpoint } from '@xingtan/contract/office/material'
import type { Refusal } from '@xingtan/contract/problem'
import { refuseJudgement } from '@xingtan/domain/material'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, lockCaseFor } from '../case/index.ts'
import { type OnlineFile, loadOnlineFile } from './online-file.ts'
import { judgeMaterials as saveJudgements } from './sql.ts'
import { bumpVersion } from './sql-online.ts'

type Judge = InputOf<typeof judgeMaterialsEndpoint>

function refuseAll({ items, rule }: OnlineFile, judgements: Judge['judgements']): Refusal[] {
  return judgements.flatMap((judgement): Refusal[] => {
    const item = items.find(({ live }) => live?.id === judgement.materialId)
    // Replaced meanwhile, or never there: what was looked at is not what would be judged.
    if (item === undefined || item.state === 'uploaded') return [{ code: 'material.changed' }]
    return refuseJudgement(judgement, rule.reasons, item.name)
  })
}

/** Item by item: accepted, or rejected with reasons; the person hears of it with the whole list (APP-11). */
export async function judgeMaterials(ctx: Context, input: Judge): Promise<{ version: number }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'confirm' })
    throwIfRefused(refuseAll(await loadOnlineFile(tx, record), input.judgements))
    const judgements = input.judgements.map(({ materialId, accepted, reasons }) => ({
      id: materialId,
      accepted,
      reasons,
    }))
    const touched = await saveJudgements(tx, record.id, { judgedBy: officer.userId, judgements })
    if (touched !== input.judgements.length) throw problem('material.changed')
    const version = await bumpVersion(tx, record.id)
    const said = input.judgements.map(({ materialId, accepted }) => ({ materialId, accepted }))
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'materials-judged', data: { judgements: said } },
    ])
    tx.concerns('application', record.id, { judged: said.length })
    return { version }
  })
}
