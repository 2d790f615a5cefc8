import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, line } from '../field.ts'

/** Views an officer may keep. */
export const VIEWS_MAX = 20

/** Filters of the queue as they stand in its address: words and numbers of the filters, nothing of a person. */
const ViewQuery = z
  .string()
  .max(300)
  .regex(/^([a-z]+=[a-z0-9-]+)(&[a-z]+=[a-z0-9-]+)*$/, { error: '请先选择筛选条件，再保存为常用筛选。' })

export const QueueView = z.strictObject({ viewId: Id, name: z.string(), query: z.string() })
export type QueueView = z.infer<typeof QueueView>

/** 常用筛选 of this officer. */
export const listViewsEndpoint = endpoint({
  name: 'decision.list-views',
  face: 'office',
  method: 'GET',
  path: '/api/queue-views',
  permission: 'case.read',
  input: z.strictObject({}),
  output: z.strictObject({ views: z.array(QueueView) }),
})

/** Keeps the filters under a name; the same name again takes the new filters. */
export const saveViewEndpoint = endpoint({
  name: 'decision.save-view',
  face: 'office',
  method: 'POST',
  path: '/api/queue-views',
  permission: 'case.read',
  input: z.strictObject({ name: line(20, '名称'), query: ViewQuery }),
  output: z.strictObject({ viewId: Id }),
})

export const removeViewEndpoint = endpoint({
  name: 'decision.remove-view',
  face: 'office',
  method: 'POST',
  path: '/api/queue-views/:viewId/remove',
  permission: 'case.read',
  input: z.strictObject({ viewId: Id }),
  output: Done,
})
