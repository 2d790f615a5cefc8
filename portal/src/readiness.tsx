import type { RealNameState } from '@xingtan/contract/account'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Notice } from '@xingtan/ui/components/notice'
import { paths } from './paths.ts'
import type { SignedIn } from './session/require-session.tsx'

interface Gate {
  readonly tone: 'act' | 'wait' | 'stop'
  readonly title: string
  readonly sentence: string
}

const REAL_NAME_GATES: Readonly<Record<Exclude<RealNameState, 'proven'>, Gate>> = {
  unproven: {
    tone: 'act',
    title: '请先完成实名核验',
    sentence: '通过实名核验后才能报名。请到个人信息中心核验姓名和证件号码。',
  },
  waiting: {
    tone: 'wait',
    title: '正在实名核验',
    sentence: '公安部门正在核验您的身份，一般几分钟内有结果。结果出来后即可报名，不必重复提交。',
  },
  mismatch: {
    tone: 'stop',
    title: '实名核验不一致',
    sentence: '您填写的姓名与证件登记的不一致。请到个人信息中心核对姓名后重新核验。',
  },
  'not-found': {
    tone: 'stop',
    title: '没有查到您的身份信息',
    sentence: '公安部门没有查到这个姓名和证件号码。请到个人信息中心核对后重新核验，或咨询户籍地派出所。',
  },
  taken: {
    tone: 'stop',
    title: '证件号码已在另一个账号实名',
    sentence: '同一证件只能实名一个账号。请使用原来的账号登录；不是您本人办理的，请联系咨询服务。',
  },
}

function gateOf(me: Pick<SignedIn, 'realName' | 'profileComplete'>): Gate | undefined {
  if (me.realName !== 'proven') return REAL_NAME_GATES[me.realName]
  if (me.profileComplete) return undefined
  return {
    tone: 'act',
    title: '请先完善个人信息',
    sentence: '首次登录须补充民族信息，提交后即可报名。',
  }
}

/** Whether this person may do business already: real name proven and profile complete (ACC-2, ACC-5). */
export function isReady(me: Pick<SignedIn, 'realName' | 'profileComplete'>): boolean {
  return gateOf(me) === undefined
}

/** What still has to be done before any business, and where; nothing when the person is ready. */
export function ReadinessNotice({ me }: { readonly me: Pick<SignedIn, 'realName' | 'profileComplete'> }) {
  const gate = gateOf(me)
  if (gate === undefined) return null
  return (
    <Notice tone={gate.tone} title={gate.title}>
      <p>{gate.sentence}</p>
      <div className="button-row">
        <LinkButton to={paths.centre} kind="secondary">
          前往个人信息中心
        </LinkButton>
      </div>
    </Notice>
  )
}
