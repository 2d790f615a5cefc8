import {
  activateEndpoint,
  disableUserEndpoint,
  enableUserEndpoint,
  grantRolesEndpoint,
  openUserEndpoint,
  registerKeyEndpoint,
  revokeKeyEndpoint,
  sendActivationEndpoint,
} from '@xingtan/contract/office/staff'
import { bind } from '../../platform/http-bind.ts'
import { activate } from './activate.ts'
import { disableUser } from './disable-user.ts'
import { enableUser } from './enable-user.ts'
import { grantRoles } from './grant-roles.ts'
import { openUser } from './open-user.ts'
import { registerKey } from './register-key.ts'
import { revokeKey } from './revoke-key.ts'
import { sendActivation } from './send-activation.ts'

/** Users, roles, keys and codes. */
export const USER_ROUTES = [
  bind(activateEndpoint, activate),
  bind(openUserEndpoint, openUser),
  bind(grantRolesEndpoint, grantRoles),
  bind(disableUserEndpoint, disableUser),
  bind(enableUserEndpoint, enableUser),
  bind(sendActivationEndpoint, sendActivation),
  bind(registerKeyEndpoint, registerKey),
  bind(revokeKeyEndpoint, revokeKey),
]
