import {
  answerRestrictionWarningEndpoint,
  closeRestrictionHitEndpoint,
  correctRestrictionEndpoint,
  enterRestrictionEndpoint,
  getRestrictionEndpoint,
  listRestrictionHitsEndpoint,
  listRestrictionWarningsEndpoint,
  listRestrictionsEndpoint,
  previewRestrictionEndpoint,
  releaseRestrictionEndpoint,
  reviewRestrictionEndpoint,
} from '@xingtan/contract/office/restriction'
import { bind } from '../../platform/http-bind.ts'
import { answerRestrictionWarning } from './answer-warning.ts'
import { closeRestrictionHit } from './close-hit.ts'
import { correctRestriction } from './correct-restriction.ts'
import { enterRestriction } from './enter-restriction.ts'
import { getRestriction } from './get-restriction.ts'
import { listRestrictionHits } from './list-hits.ts'
import { listRestrictions } from './list-restrictions.ts'
import { listRestrictionWarnings } from './list-warnings.ts'
import { previewRestriction } from './preview-restriction.ts'
import { releaseRestriction } from './release-restriction.ts'
import { reviewRestriction } from './review-restriction.ts'

export const RESTRICTION_ROUTES = [
  bind(previewRestrictionEndpoint, previewRestriction),
  bind(enterRestrictionEndpoint, enterRestriction),
  bind(correctRestrictionEndpoint, correctRestriction),
  bind(releaseRestrictionEndpoint, releaseRestriction),
  bind(reviewRestrictionEndpoint, reviewRestriction),
  bind(listRestrictionsEndpoint, listRestrictions),
  bind(getRestrictionEndpoint, getRestriction),
  bind(listRestrictionHitsEndpoint, listRestrictionHits),
  bind(closeRestrictionHitEndpoint, closeRestrictionHit),
  bind(listRestrictionWarningsEndpoint, listRestrictionWarnings),
  bind(answerRestrictionWarningEndpoint, answerRestrictionWarning),
]
