import {
  getRemediesEndpoint,
  orderOwnLetterEndpoint,
  rateServiceEndpoint,
  requestReviewEndpoint,
  uploadReviewFileEndpoint,
} from '@xingtan/contract/appeal'
import {
  answerReviewRequestEndpoint,
  getReviewRequestEndpoint,
  listRatingsEndpoint,
  listReviewRequestsEndpoint,
} from '@xingtan/contract/office/appeal'
import { bind } from '../../platform/http-bind.ts'
import { answerReviewRequest } from './answer-review-request.ts'
import { getRemedies } from './get-remedies.ts'
import { getReviewRequest } from './get-review-request.ts'
import { listRatings } from './list-ratings.ts'
import { listReviewRequests } from './list-review-requests.ts'
import { orderOwnLetter } from './order-own-letter.ts'
import { rateService } from './rate-service.ts'
import { requestReview } from './request-review.ts'
import { uploadReviewFile } from './upload-review-file.ts'

export const PUBLIC_APPEAL_ROUTES = [
  bind(getRemediesEndpoint, getRemedies),
  bind(orderOwnLetterEndpoint, orderOwnLetter),
  bind(uploadReviewFileEndpoint, uploadReviewFile),
  bind(requestReviewEndpoint, requestReview),
  bind(rateServiceEndpoint, rateService),
]

export const OFFICE_APPEAL_ROUTES = [
  bind(listReviewRequestsEndpoint, listReviewRequests),
  bind(getReviewRequestEndpoint, getReviewRequest),
  bind(answerReviewRequestEndpoint, answerReviewRequest),
  bind(listRatingsEndpoint, listRatings),
]
