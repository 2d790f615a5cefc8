import {
  beginSignInEndpoint,
  finishSignInEndpoint,
  getOfficerEndpoint,
  officeSignOutEndpoint,
} from '@xingtan/contract/office/session'
import { bind } from '../../platform/http-bind.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { getOfficer, signOutOfficer } from './session.ts'

export const STAFF_ROUTES = [
  bind(beginSignInEndpoint, beginSignIn),
  bind(finishSignInEndpoint, finishSignIn),
  bind(officeSignOutEndpoint, signOutOfficer),
  bind(getOfficerEndpoint, getOfficer),
]
