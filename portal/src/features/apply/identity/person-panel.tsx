import type { PersonalCentre } from '@xingtan/contract/evidence'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Dialog } from '@xingtan/ui/components/dialog'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Panel } from '@xingtan/ui/components/panel'
import { formatDay } from '@xingtan/ui/date-format'
import { useState } from 'react'
import { paths } from '../../../paths.ts'

const POLICE = '公安部门核验'

/** 个人基本信息: known already, read-only, with its source (APP-3). */
export function PersonPanel({ identity }: Pick<PersonalCentre, 'identity'>) {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <Panel title="个人基本信息">
      <DefinitionList
        facts={[
          { term: '姓名', value: identity.name, source: POLICE },
          { term: '民族', value: identity.ethnicGroup ?? '未填写', source: '本人填写' },
          { term: '证件类型', value: identity.documentTypeTitle, source: '注册账号' },
          { term: '性别', value: identity.sex, source: '身份证号码' },
          { term: '证件号码', value: identity.maskedDocumentNumber, source: POLICE },
          { term: '出生日期', value: formatDay(identity.birthOn), source: '身份证号码' },
        ]}
        onReport={() => setIsAsked(true)}
      />
      <Dialog title="身份信息有误怎么办" isOpen={isAsked} onClose={() => setIsAsked(false)}>
        <p>姓名有误或已经更名的，请在个人信息中心先更正姓名并重新实名核验，通过后这里会自动更新。</p>
        <p>民族可以在个人信息中心修改。性别、出生日期来自身份证号码，有误的请先到户籍地派出所更正。</p>
        <p>您已填写的报名内容会保留。</p>
        <div className="button-row">
          <LinkButton to={paths.centre}>前往个人信息中心</LinkButton>
        </div>
      </Dialog>
    </Panel>
  )
}
