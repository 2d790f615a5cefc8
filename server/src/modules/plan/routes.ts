import { findAgenciesEndpoint } from '@xingtan/contract/place'
import { bind } from '../../platform/http-bind.ts'
import { findAgencies } from './find-agencies.ts'

export const PLAN_ROUTES = [bind(findAgenciesEndpoint, findAgencies)]
