import {
  createAgencyEndpoint,
  endPowerEndpoint,
  getAgencyRecordEndpoint,
  grantPowerEndpoint,
  listAgenciesEndpoint,
  renameAgencyEndpoint,
} from '@xingtan/contract/office/agency'
import { getOwnProfileEndpoint, publishProfileEndpoint } from '@xingtan/contract/office/agency-profile'
import { listRegionsEndpoint, listSubjectsEndpoint } from '@xingtan/contract/place'
import { bind } from '../../platform/http-bind.ts'
import { createAgency } from './create-agency.ts'
import { endPower } from './end-power.ts'
import { getAgencyRecord } from './get-agency-record.ts'
import { getOwnProfile } from './get-own-profile.ts'
import { grantPower } from './grant-power.ts'
import { listAgencies } from './list-agencies.ts'
import { listRegions } from './list-regions.ts'
import { listSubjectsOfType } from './list-subjects-of-type.ts'
import { publishProfile } from './publish-profile.ts'
import { renameAgency } from './rename-agency.ts'

export const AGENCY_ROUTES = [bind(listRegionsEndpoint, listRegions), bind(listSubjectsEndpoint, listSubjectsOfType)]

export const OFFICE_AGENCY_ROUTES = [
  bind(listAgenciesEndpoint, listAgencies),
  bind(getAgencyRecordEndpoint, getAgencyRecord),
  bind(grantPowerEndpoint, grantPower),
  bind(endPowerEndpoint, endPower),
  bind(renameAgencyEndpoint, renameAgency),
  bind(createAgencyEndpoint, createAgency),
  bind(getOwnProfileEndpoint, getOwnProfile),
  bind(publishProfileEndpoint, publishProfile),
]
