import { listAuditCheckpointsEndpoint } from '@xingtan/contract/audit-checkpoint'
import {
  exportAuditEndpoint,
  getAuditChainEndpoint,
  getAuditGrowthEndpoint,
  getAuditProofEndpoint,
  getAuditEventEndpoint,
  searchAuditEndpoint,
} from '@xingtan/contract/office/audit'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { exportAudit } from './export-audit.ts'
import { getAuditChain } from './get-chain.ts'
import { getAuditEvent } from './get-event.ts'
import { getAuditGrowth } from './get-growth.ts'
import { getAuditProof } from './get-proof.ts'
import { listAuditCheckpoints } from './list-checkpoints.ts'
import { searchAudit } from './search-audit.ts'

export const AUDIT_ROUTES = [
  bind(searchAuditEndpoint, searchAudit),
  bind(getAuditEventEndpoint, getAuditEvent),
  bind(getAuditChainEndpoint, getAuditChain),
  bindBinary(getAuditProofEndpoint, getAuditProof),
  bindBinary(getAuditGrowthEndpoint, getAuditGrowth),
  bindBinary(exportAuditEndpoint, exportAudit),
]

/** What witnesses fetch. */
export const AUDIT_PUBLIC_ROUTES = [bind(listAuditCheckpointsEndpoint, listAuditCheckpoints)]
