import * as office from '@xingtan/contract/office/plan'
import { bind } from '../../platform/http-bind.ts'
import { checkPlan } from './check-plan.ts'
import { extendPlan } from './extend-plan.ts'
import { getPlan } from './get-plan.ts'
import { getPlanFrame } from './get-plan-frame.ts'
import { handInPlan } from './hand-in-plan.ts'
import { listPlans } from './list-plans.ts'
import { OFFICE_PLAN_STEPS } from './step-routes.ts'

export const OFFICE_PLAN_ROUTES = [
  bind(office.listPlansEndpoint, listPlans),
  bind(office.getPlanEndpoint, getPlan),
  bind(office.getPlanFrameEndpoint, getPlanFrame),
  bind(office.checkPlanEndpoint, checkPlan),
  bind(office.handInPlanEndpoint, handInPlan),
  bind(office.extendPlanEndpoint, extendPlan),
  ...OFFICE_PLAN_STEPS,
]
