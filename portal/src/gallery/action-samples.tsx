import { Button } from '@xingtan/ui/components/button'
import { CalendarButton } from '@xingtan/ui/components/calendar-button'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { Dialog } from '@xingtan/ui/components/dialog'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { QrCode } from '@xingtan/ui/components/qr-code'
import { useState } from 'react'

export function ActionSamples() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section className="stack" aria-label="操作">
      <h2>操作</h2>
      <div className="button-row">
        <Button kind="primary">提交报名</Button>
        <Button kind="primary" busy="正在提交">
          提交报名
        </Button>
        <Button onClick={() => setIsOpen(true)}>撤回报名</Button>
        <Button kind="danger">撤回本次报名</Button>
        <Button isDisabled>下一步</Button>
        <LinkButton to="/x" kind="quiet">
          查看认定机构公告
        </LinkButton>
      </div>
      <p>
        报名号 <CopyText text="3302 6091 4000 123" name="报名号" isLarge />
      </p>
      <CalendarButton
        label="加入日历"
        entry={{
          uid: 'sample',
          title: '教师资格认定现场确认',
          startsAt: '2026-10-12T01:00:00Z',
          endsAt: '2026-10-12T09:00:00Z',
          madeAt: '2026-09-14T06:03:00Z',
        }}
      />
      <MoreButton shownCount={20} hasMore isLoading={false} onMore={() => undefined} />
      <QrCode text="https://portal.localhost/s/7F3K20Q9" label="用手机扫描后在手机上签名" size={160} />
      <Dialog title="撤回本次报名" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <p>撤回后，本次报名作废，考试合格证明可以再次使用。网报时间内可以重新报名。</p>
        <div className="button-row">
          <Button kind="danger">撤回本次报名</Button>
          <Button onClick={() => setIsOpen(false)}>保留报名</Button>
        </div>
      </Dialog>
    </section>
  )
}
