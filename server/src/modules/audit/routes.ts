import {
  exportAuditEndpoint,
  getAuditChainEndpoint,
  getAuditEventEndpoint,
  searchAuditEndpoint,
} from '@xingtan/contract/office/audit'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { exportAudit } from './export-audit.ts'
import { getAuditChain } from './get-chain.ts'
import { getAuditEvent } from './get-event.ts'
import { searchAudit } from './search-audit.ts'

export const AUDIT_ROUTES = [
  bind(searchAuditEndpoint, searchAudit),
  bind(getAuditEventEndpoint, getAuditEvent),
  bind(getAuditChainEndpoint, getAuditChain),
  bindBinary(exportAuditEndpoint, exportAudit),
]
