import { listRegionsEndpoint, listSubjectsEndpoint } from '@xingtan/contract/place'
import { bind } from '../../platform/http-bind.ts'
import { listRegions } from './list-regions.ts'
import { listSubjectsOfType } from './list-subjects-of-type.ts'

export const AGENCY_ROUTES = [bind(listRegionsEndpoint, listRegions), bind(listSubjectsEndpoint, listSubjectsOfType)]
