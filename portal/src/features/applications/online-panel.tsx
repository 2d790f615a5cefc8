import { getMaterialsEndpoint } from '@xingtan/contract/material'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Panel } from '@xingtan/ui/components/panel'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { paths } from '../../paths.ts'

/** 全程网办 where the agency offers it: what to do now, and the way there. Elsewhere nothing is said. */
export function OnlinePanel({ applicationId }: { readonly applicationId: string }) {
  const { data } = useEndpoint(getMaterialsEndpoint, { applicationId })
  if (data === undefined || !data.offered || data.items.length === 0) return null
  return (
    <Panel title="全程网办">
      <p>{data.sentence}</p>
      <div className="button-row no-print">
        <LinkButton to={paths.materials(applicationId)} kind={data.mayHandIn ? 'primary' : 'secondary'}>
          上传材料
        </LinkButton>
      </div>
    </Panel>
  )
}
