import { getAuditChainEndpoint } from '@xingtan/contract/office/audit'
import { Notice } from '@xingtan/ui/components/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { faultTextOf } from './audit-words.ts'

/** Whether the chains are whole: the last checkpoint and the last walk over everything (S-140). */
export function ChainState() {
  const chain = useEndpoint(getAuditChainEndpoint, {}, { refetchOnWindowFocus: false })
  return (
    <section className="audit-state" aria-label="审计链状态">
      <QueryState query={chain} skeletonLines={2}>
        {({ size, publicKey, checkpoint, verification }) => (
          <>
            {verification === null && (
              <Notice tone="wait" title="尚未全链核验">
                <p>系统每 6 小时核验一次全部审计链，完成后在这里显示结果。</p>
              </Notice>
            )}
            {verification !== null && verification.faults.length === 0 && (
              <Notice tone="ok" title="审计链完整">
                <p>
                  {formatInstant(verification.verifiedAt)}核验了 {verification.size} 条事件和 {verification.checkpoints}
                  {' 个检查点，没有发现改动。'}
                </p>
              </Notice>
            )}
            {verification !== null && verification.faults.length > 0 && (
              <Notice tone="stop" title="审计链有异常">
                <p>
                  {formatInstant(verification.verifiedAt)}核验发现
                  {verification.faults.map(faultTextOf).join('、')}
                  。请立即报告网络安全负责人，并保留现场。
                </p>
              </Notice>
            )}
            <p className="quiet">
              共 {size} 条事件。
              {checkpoint === null
                ? '还没有签名检查点。'
                : `最近的签名检查点：第 ${checkpoint.number} 号，${formatInstant(checkpoint.madeAt)}，覆盖 ${checkpoint.size} 条。`}
            </p>
            <details className="quiet">
              <summary>检查点公钥</summary>
              <p>请抄录并保存在本系统之外。用它可以离线核对检查点和存在证明。</p>
              <p className="audit-id">{publicKey}</p>
            </details>
          </>
        )}
      </QueryState>
    </section>
  )
}
