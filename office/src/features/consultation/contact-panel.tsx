import { revealConsultationContactEndpoint } from '@xingtan/contract/office/consultation'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { useState } from 'react'
import { TextDialog } from '../../components/text-dialog.tsx'
import type { ConsultationItem } from './consultation-item.ts'

const CONTACT_WORDS = { account: '网站账号', phone: '已验证的手机号码', anonymous: '匿名' } as const

/** Who wrote: masked until it is revealed for a purpose (S-144). */
export function ContactPanel({ item }: { readonly item: ConsultationItem }) {
  const { consultationId, maskedPhone } = item.row
  const [isAsking, setAsking] = useState(false)
  const reveal = useCommand(revealConsultationContactEndpoint, { onSuccess: () => setAsking(false) })
  const shown = reveal.data ?? { name: item.maskedName, phone: maskedPhone }
  return (
    <section className="panel-flat" aria-labelledby="item-contact">
      <h2 id="item-contact">联系方式</h2>
      <DefinitionList
        facts={[
          { term: '来源', value: CONTACT_WORDS[item.contact] },
          ...(shown.name === null ? [] : [{ term: '姓名', value: shown.name }]),
          ...(shown.phone === null ? [] : [{ term: '手机号码', value: shown.phone }]),
        ]}
      />
      {item.contact === 'anonymous' && <p className="quiet">举报人凭受理编号和查询码查看答复。</p>}
      {item.actions.includes('reveal') && reveal.data === undefined && (
        <div className="section-actions">
          <Button onClick={() => setAsking(true)}>显示联系方式</Button>
        </div>
      )}
      {isAsking && (
        <TextDialog
          title="显示联系方式"
          lead="显示姓名和手机号码会留下记录，上级机构和审计人员可以查看。"
          label="用途"
          maxLength={60}
          button="显示联系方式"
          command={reveal}
          onSubmit={(purpose) => reveal.mutate({ input: { consultationId, purpose } })}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
