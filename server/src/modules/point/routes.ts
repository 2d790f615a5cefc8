import {
  addPointEndpoint,
  getPointEndpoint,
  listPointsEndpoint,
  savePointEndpoint,
} from '@xingtan/contract/office/point'
import { bind } from '../../platform/http-bind.ts'
import { getPoint } from './get-point.ts'
import { listPoints } from './list-points.ts'
import { addPoint, savePoint } from './save-point.ts'

export const POINT_ROUTES = [
  bind(listPointsEndpoint, listPoints),
  bind(getPointEndpoint, getPoint),
  bind(addPointEndpoint, addPoint),
  bind(savePointEndpoint, savePoint),
]
