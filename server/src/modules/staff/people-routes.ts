import {
  endStaffEndpoint,
  enterStaffEndpoint,
  filePeopleEndpoint,
  getStaffEndpoint,
  listFilingsEndpoint,
  listStaffEndpoint,
  listStaffPlacesEndpoint,
  proposeChangeEndpoint,
  proposeRenewalsEndpoint,
  returnFilingEndpoint,
} from '@xingtan/contract/office/staff'
import { bind } from '../../platform/http-bind.ts'
import { endPerson } from './end-person.ts'
import { enterPerson } from './enter-person.ts'
import { filePeople } from './file-people.ts'
import { getPerson } from './get-person.ts'
import { listFilings } from './list-filings.ts'
import { listPeople } from './list-people.ts'
import { listPlaces } from './list-places.ts'
import { proposeChange } from './propose-change.ts'
import { proposeRenewals } from './propose-renewals.ts'
import { returnFiling } from './return-filing.ts'

/** People and their filing. */
export const PEOPLE_ROUTES = [
  bind(listStaffEndpoint, listPeople),
  bind(getStaffEndpoint, getPerson),
  bind(listStaffPlacesEndpoint, listPlaces),
  bind(enterStaffEndpoint, enterPerson),
  bind(proposeChangeEndpoint, proposeChange),
  bind(proposeRenewalsEndpoint, proposeRenewals),
  bind(listFilingsEndpoint, listFilings),
  bind(filePeopleEndpoint, filePeople),
  bind(returnFilingEndpoint, returnFiling),
  bind(endStaffEndpoint, endPerson),
]
