import './centre.css'
import type { PersonalCentre } from '@xingtan/contract/evidence'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { paths } from '../../paths.ts'

type Identity = PersonalCentre['identity']

const REAL_NAME: Readonly<Record<Identity['realName'], { tone: Tone; title: string }>> = {
  proven: { tone: 'ok', title: '实名核验通过' },
  unproven: { tone: 'act', title: '尚未核验' },
  waiting: { tone: 'wait', title: '正在核验' },
  mismatch: { tone: 'stop', title: '不一致' },
  'not-found': { tone: 'warn', title: '未查到' },
  taken: { tone: 'stop', title: '号码已被使用' },
}
const SOURCE = '公安人口信息'

/** What still has to be done before business, with the way there (ACC-2, ACC-5). */
function NextStep({ identity }: { readonly identity: Identity }) {
  if (identity.realName !== 'proven') {
    return (
      <Notice tone="act" title="请完成实名核验">
        <p>通过实名核验后，才能同步证书信息和办理业务。</p>
        <div className="button-row">
          <LinkButton to={paths.realName}>前往实名核验</LinkButton>
        </div>
      </Notice>
    )
  }
  if (identity.ethnicGroup !== null) return null
  return (
    <Notice tone="act" title="请补充民族信息">
      <p>首次登录须先补充民族信息，提交后才能办理业务。</p>
      <div className="button-row">
        <LinkButton to={paths.profile}>补充民族信息</LinkButton>
      </div>
    </Notice>
  )
}

/** 个人身份信息: who I am, from which source, and how each of it is changed (PRO-1). */
export function IdentityModule({ centre }: { readonly centre: PersonalCentre }) {
  const { identity } = centre
  const { tone, title } = REAL_NAME[identity.realName]
  const source = identity.realName === 'proven' ? SOURCE : undefined
  return (
    <>
      <NextStep identity={identity} />
      <Panel title="身份信息" action={<StatusTag tone={tone}>{title}</StatusTag>}>
        <DefinitionList
          facts={[
            { term: '姓名', value: identity.name, source },
            { term: '证件类型', value: identity.documentTypeTitle },
            { term: '证件号码', value: identity.maskedDocumentNumber, source },
            { term: '性别', value: identity.sex, source },
            { term: '出生日期', value: formatDay(identity.birthOn), source },
            {
              term: '民族',
              value: identity.ethnicGroup ?? '尚未补充',
              source: identity.ethnicGroup === null ? undefined : '本人填写',
            },
          ]}
        />
        {identity.realNameCheckedAt !== null && (
          <p className="evidence-checked">实名核验时间：{formatInstant(identity.realNameCheckedAt)}</p>
        )}
      </Panel>
      <Panel title="联系方式">
        <DefinitionList
          facts={[
            { term: '手机号码', value: identity.maskedPhone, source: '注册时验证' },
            ...(identity.email === null ? [] : [{ term: '电子邮箱', value: identity.email }]),
          ]}
        />
      </Panel>
      <Panel title="信息有误或需要更改">
        <ul className="centre-list">
          <li>证件类型和证件号码在注册后不能更改。</li>
          {identity.ethnicGroup !== null && <li>民族选错了的，可以重新选择。</li>}
          <li>依法变更姓名的，须重新实名核验；手机号码不再使用的，请本人持证件到确认点更换，72 小时后生效。</li>
          <li>证书已在报名中使用、报名已现场确认而不能修改的，请联系您的认定机构。</li>
        </ul>
        <div className="button-row">
          {identity.ethnicGroup !== null && (
            <LinkButton to={`${paths.profile}?next=${paths.centre}`} kind="secondary">
              重新选择民族
            </LinkButton>
          )}
          <LinkButton to={paths.serviceRequests} kind="secondary">
            申请更正、查看我的服务申请
          </LinkButton>
        </div>
      </Panel>
    </>
  )
}
