import {
  judgePaperEndpoint,
  listPapersEndpoint,
  listVettingLooksEndpoint,
  listVettingPurgesEndpoint,
  lookAtPaperEndpoint,
  lookAtVettingEndpoint,
  recordPaperEndpoint,
} from '@xingtan/contract/office/vetting'
import { bind } from '../../platform/http-bind.ts'
import { judgePaper } from './judge-paper.ts'
import { listLooks } from './list-looks.ts'
import { listPapers } from './list-papers.ts'
import { listPurges } from './list-purges.ts'
import { lookAtPaper } from './look-at-paper.ts'
import { lookAtVetting } from './look-at-vetting.ts'
import { recordPaper } from './record-paper.ts'

/** Papers and results of class C4: who wrote them, who looked, what is gone. */
export const RESULT_ROUTES = [
  bind(recordPaperEndpoint, recordPaper),
  bind(judgePaperEndpoint, judgePaper),
  bind(listPapersEndpoint, listPapers),
  bind(lookAtPaperEndpoint, lookAtPaper),
  bind(lookAtVettingEndpoint, lookAtVetting),
  bind(listVettingLooksEndpoint, listLooks),
  bind(listVettingPurgesEndpoint, listPurges),
]
