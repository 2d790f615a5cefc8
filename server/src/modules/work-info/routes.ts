import {
  exportWorkInfoEndpoint,
  getOwnWorkInfoEndpoint,
  getWorkInfoBoardEndpoint,
  handInWorkInfoEndpoint,
  judgeWorkInfoEndpoint,
  openWorkInfoEndpoint,
  saveWorkInfoEndpoint,
  uploadWorkInfoScanEndpoint,
} from '@xingtan/contract/office/work-info'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { exportWorkInfo } from './export-work-info.ts'
import { getBoard } from './get-board.ts'
import { getOwnWorkInfo } from './get-own-work-info.ts'
import { handInWorkInfo } from './hand-in-work-info.ts'
import { judgeWorkInfo } from './judge-work-info.ts'
import { openWorkInfo } from './open-work-info.ts'
import { saveWorkInfo } from './save-work-info.ts'
import { uploadScan } from './upload-scan.ts'

export const WORK_INFO_ROUTES = [
  bind(getOwnWorkInfoEndpoint, getOwnWorkInfo),
  bind(saveWorkInfoEndpoint, saveWorkInfo),
  bind(uploadWorkInfoScanEndpoint, uploadScan),
  bind(handInWorkInfoEndpoint, handInWorkInfo),
  bind(getWorkInfoBoardEndpoint, getBoard),
  bind(judgeWorkInfoEndpoint, judgeWorkInfo),
  bind(openWorkInfoEndpoint, openWorkInfo),
  bindBinary(exportWorkInfoEndpoint, exportWorkInfo),
]
