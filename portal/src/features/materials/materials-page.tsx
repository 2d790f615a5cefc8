import './materials.css'
import { getApplicationEndpoint } from '@xingtan/contract/application'
import { type OwnMaterials, getMaterialsEndpoint, handInMaterialsEndpoint } from '@xingtan/contract/material'
import { Button } from '@xingtan/ui/components/button'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { RequireSession } from '../../session/require-session.tsx'
import { MaterialItem } from './material-item.tsx'

const TITLE = '上传材料'

/** What was asked to be put right, and until when. */
function Asked({ materials }: { readonly materials: OwnMaterials }) {
  const { dueOn, isLate, note } = materials
  if (dueOn === null) return null
  return (
    <Notice tone={isLate ? 'stop' : 'act'} title={isLate ? '补正期限已过' : `请在${formatDay(dueOn)}前补正`}>
      {note !== null && <p>{note}</p>}
      <p>
        {isLate
          ? '请尽快补正后提交，并联系确认点；确认时间结束后不能再提交。'
          : '下面标明“需更换”或“未上传”的材料，请按说明重新上传，全部完成后点“提交材料”。'}
      </p>
    </Notice>
  )
}

function HandIn({ applicationId, materials }: { readonly applicationId: string; readonly materials: OwnMaterials }) {
  const client = useQueryClient()
  const announce = useToast()
  const command = useCommand(handInMaterialsEndpoint, {
    onSuccess: async () => {
      announce('材料已提交，审核结果会通知您。')
      await client.invalidateQueries({ queryKey: [getMaterialsEndpoint.name] })
      await client.invalidateQueries({ queryKey: [getApplicationEndpoint.name] })
    },
  })
  const waiting = materials.items.filter(({ mayUpload, state }) => mayUpload && state !== 'uploaded').length
  if (!materials.items.some(({ mayUpload }) => mayUpload)) return null
  return (
    <div className="material-hand-in">
      {command.error !== null && <ErrorState error={command.error} />}
      <div className="button-row">
        <Button
          kind="primary"
          isDisabled={!materials.mayHandIn}
          busy={command.isPending ? '正在提交' : undefined}
          onClick={() => command.mutate({ input: { applicationId } })}
        >
          提交材料
        </Button>
      </div>
      <p className="hint">
        {waiting > 0
          ? `还有 ${waiting} 项需要上传，全部上传后才能提交。`
          : '提交后由确认点在网上审核，审核期间不能更换；需要更换的会一次通知您。'}
      </p>
    </div>
  )
}

function Materials({ applicationId, materials }: { readonly applicationId: string; readonly materials: OwnMaterials }) {
  if (!materials.offered) {
    return (
      <EmptyState title="不能在网上提交材料">
        <p>该认定机构没有开通全程网办，请按确认时间携带材料到确认点办理。</p>
        <LinkButton to={paths.application(applicationId)}>查看确认点和确认时间</LinkButton>
      </EmptyState>
    )
  }
  return (
    <>
      <Asked materials={materials} />
      <p>{materials.sentence}</p>
      {materials.items.length > 0 && (
        <ol className="material-items">
          {materials.items.map((item) => (
            <MaterialItem key={item.code} applicationId={applicationId} item={item} maxBytes={materials.maxBytes} />
          ))}
        </ol>
      )}
      <HandIn applicationId={applicationId} materials={materials} />
    </>
  )
}

function Loaded({ applicationId }: { readonly applicationId: string }) {
  const query = useEndpoint(getMaterialsEndpoint, { applicationId })
  return (
    <div className="materials-page">
      <PageTitle
        title={TITLE}
        lead="已通过电子信息比对的内容不用上传。每项材料一个 PDF 文件，须小于 1M，原件须彩色扫描、清晰完整。"
      />
      <QueryState query={query} skeletonLines={8}>
        {(materials) => <Materials applicationId={applicationId} materials={materials} />}
      </QueryState>
      <p>
        <Link to={paths.application(applicationId)}>返回这份申请</Link>
      </p>
    </div>
  )
}

/** 上传材料: what is asked of this person, how far it is, and until when (APP-10, APP-11, CNF-3). */
export function MaterialsPage() {
  const { applicationId = '' } = useParams()
  return <RequireSession title={TITLE}>{() => <Loaded applicationId={applicationId} />}</RequireSession>
}
