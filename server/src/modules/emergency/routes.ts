import {
  approveEmergencyEndpoint,
  askEmergencyEndpoint,
  closeEmergencyEndpoint,
  listEmergencyEndpoint,
  sealEmergencyEndpoint,
} from '@xingtan/contract/office/emergency'
import { bind } from '../../platform/http-bind.ts'
import { approveEmergency } from './approve-emergency.ts'
import { askEmergency } from './ask-emergency.ts'
import { closeEmergency } from './close-emergency.ts'
import { listEmergency } from './list-emergency.ts'
import { sealEmergency } from './seal-emergency.ts'

export const EMERGENCY_ROUTES = [
  bind(listEmergencyEndpoint, listEmergency),
  bind(sealEmergencyEndpoint, sealEmergency),
  bind(askEmergencyEndpoint, askEmergency),
  bind(approveEmergencyEndpoint, approveEmergency),
  bind(closeEmergencyEndpoint, closeEmergency),
]
