import {
  publishPlanEndpoint,
  reviewPlanEndpoint,
  savePlanEndpoint,
  startPlanEndpoint,
} from '@xingtan/contract/office/plan'
import { bind } from '../../platform/http-bind.ts'
import { publishPlan } from './publish-plan.ts'
import { reviewPlan } from './review-plan.ts'
import { savePlan } from './save-plan.ts'
import { startPlan } from './start-plan.ts'

/** Steps of a plan's life that change nothing but the plan itself. */
export const OFFICE_PLAN_STEPS = [
  bind(startPlanEndpoint, startPlan),
  bind(savePlanEndpoint, savePlan),
  bind(reviewPlanEndpoint, reviewPlan),
  bind(publishPlanEndpoint, publishPlan),
]
