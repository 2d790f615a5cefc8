import {
  getCentreEndpoint,
  recheckEvidenceEndpoint,
  removeEvidenceEndpoint,
  syncEnrolmentEndpoint,
  syncExamProofsEndpoint,
  verifyDegreeEndpoint,
  verifyEducationEndpoint,
  verifyPutonghuaEndpoint,
} from '@xingtan/contract/evidence'
import { bind } from '../../platform/http-bind.ts'
import { getCentre } from './get-centre.ts'
import { recheckEvidence } from './recheck-evidence.ts'
import { removeEvidence } from './remove-evidence.ts'
import { syncEnrolment } from './sync-enrolment.ts'
import { syncExamProofs } from './sync-exam-proofs.ts'
import { verifyDegree } from './verify-degree.ts'
import { verifyEducation } from './verify-education.ts'
import { verifyPutonghua } from './verify-putonghua.ts'

export const EVIDENCE_ROUTES = [
  bind(getCentreEndpoint, getCentre),
  bind(syncExamProofsEndpoint, syncExamProofs),
  bind(verifyPutonghuaEndpoint, verifyPutonghua),
  bind(syncEnrolmentEndpoint, syncEnrolment),
  bind(verifyEducationEndpoint, verifyEducation),
  bind(verifyDegreeEndpoint, verifyDegree),
  bind(recheckEvidenceEndpoint, recheckEvidence),
  bind(removeEvidenceEndpoint, removeEvidence),
]
