import { TRAINING_KIND_TITLES, getOwnTrainingEndpoint } from '@xingtan/contract/office/training'
import { Notice } from '@xingtan/ui/components/notice'
import { useEndpoint } from '@xingtan/ui/use-endpoint'

/** Tells an officer who works without a valid training what is missing and what follows; nothing while nothing is (PLN-7). */
export function TrainingNotice() {
  const missing = useEndpoint(getOwnTrainingEndpoint, {}).data?.missing ?? []
  if (missing.length === 0) return null
  const kinds = missing.map(({ kind }) => TRAINING_KIND_TITLES[kind]).join('、')
  const isStopped = missing.some(({ severity }) => severity === 'block')
  return (
    <Notice tone={isStopped ? 'stop' : 'warn'} title={`您还没有有效的${kinds}培训记录`} isLive>
      <p>
        {isStopped
          ? '登记培训之前不能办理，请联系本机构的用户管理员或计划管理员登记。'
          : '目前可以继续办理；请联系本机构的用户管理员或计划管理员尽快登记培训。'}
      </p>
    </Notice>
  )
}
