import type { BulkRunKind } from '@xingtan/contract/office/bulk-run'
import type { BulkWords } from '../../components/bulk-plan.tsx'

export const BULK_WORDS: Readonly<Record<BulkRunKind, BulkWords>> = {
  approve: {
    title: '批量认定通过',
    verb: '认定通过',
    consequence: '认定通过后，系统立即为每件编定教师资格证书号码，不能撤回；更正须另行办理。',
  },
  review: {
    title: '批量审核通过',
    verb: '审核通过',
    consequence: '审核通过只提出意见，认定结论由另一名审批人员作出；结论作出前可以重新审核。',
  },
}
