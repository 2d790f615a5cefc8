import {
  addAddressRuleEndpoint,
  endAddressRuleEndpoint,
  endSessionEndpoint,
  findAddressAgenciesEndpoint,
  listAddressRulesEndpoint,
  listSecurityEventsEndpoint,
  listSessionsEndpoint,
} from '@xingtan/contract/office/door'
import { bind } from '../../platform/http-bind.ts'
import { addAddressRule } from './add-address-rule.ts'
import { endAddressRule } from './end-address-rule.ts'
import { endSession } from './end-session.ts'
import { findAddressAgencies, listAddressRules } from './list-address-rules.ts'
import { listSecurityEvents } from './list-security-events.ts'
import { listSessions } from './list-sessions.ts'

/** What the security officers keep: sessions, alerts, address lists. */
export const DOOR_ROUTES = [
  bind(listSessionsEndpoint, listSessions),
  bind(endSessionEndpoint, endSession),
  bind(listSecurityEventsEndpoint, listSecurityEvents),
  bind(findAddressAgenciesEndpoint, findAddressAgencies),
  bind(listAddressRulesEndpoint, listAddressRules),
  bind(addAddressRuleEndpoint, addAddressRule),
  bind(endAddressRuleEndpoint, endAddressRule),
]
