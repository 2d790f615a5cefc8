import { getMaterialsEndpoint, handInMaterialsEndpoint, uploadMaterialEndpoint } from '@xingtan/contract/material'
import {
  askToPointEndpoint,
  extendTimeEndpoint,
  getOnlineCaseEndpoint,
  judgeMaterialsEndpoint,
  listOnlineCasesEndpoint,
  requestSupplementEndpoint,
} from '@xingtan/contract/office/material'
import { bind } from '../../platform/http-bind.ts'
import { askToPoint } from './ask-to-point.ts'
import { extendTime } from './extend-time.ts'
import { getMaterials } from './get-materials.ts'
import { getOnlineCase } from './get-online-case.ts'
import { handInMaterials } from './hand-in-materials.ts'
import { judgeMaterials } from './judge-materials.ts'
import { listOnlineCases } from './list-online-cases.ts'
import { requestSupplement } from './request-supplement.ts'
import { uploadMaterial } from './upload-material.ts'

export const PUBLIC_MATERIAL_ROUTES = [
  bind(getMaterialsEndpoint, getMaterials),
  bind(uploadMaterialEndpoint, uploadMaterial),
  bind(handInMaterialsEndpoint, handInMaterials),
]

export const OFFICE_MATERIAL_ROUTES = [
  bind(listOnlineCasesEndpoint, listOnlineCases),
  bind(getOnlineCaseEndpoint, getOnlineCase),
  bind(judgeMaterialsEndpoint, judgeMaterials),
  bind(requestSupplementEndpoint, requestSupplement),
  bind(extendTimeEndpoint, extendTime),
  bind(askToPointEndpoint, askToPoint),
]
