import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import { VIEWS_MAX, type listViewsEndpoint, type saveViewEndpoint } from '@xingtan/contract/office/queue-view'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { deleteView, listViewRows, putView } from './sql-view.ts'

/** 常用筛选 of this officer. */
export async function listViews(ctx: Context): Promise<OutputOf<typeof listViewsEndpoint>> {
  const rows = await ctx.read(listViewRows)
  return { views: rows.map(({ id, name, query }) => ({ viewId: id, name, query })) }
}

/** Keeps filters under a name, or replaces those of the name. */
export async function saveView(ctx: Context, input: InputOf<typeof saveViewEndpoint>): Promise<{ viewId: string }> {
  const { userId: officerId } = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const known = await listViewRows(tx)
    const isNew = known.every(({ name }) => name !== input.name)
    if (isNew && known.length >= VIEWS_MAX) throw problem('decision.views-full', { values: { count: VIEWS_MAX } })
    const viewId = await putView(tx, { officerId, ...input })
    tx.concerns('officer', officerId, { viewId })
    return { viewId }
  })
}

export async function removeView(ctx: Context, input: { readonly viewId: string }): Promise<{ done: true }> {
  const { userId } = getOfficer(ctx)
  return ctx.command(async (tx) => {
    if (!(await deleteView(tx, input.viewId))) throw problem('request.not-found')
    tx.concerns('officer', userId, { viewId: input.viewId, removed: true })
    return { done: true }
  })
}
