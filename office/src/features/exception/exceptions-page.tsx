import { Page } from '../../components/page.tsx'
import { MovesIn } from './moves-in.tsx'
import { MovesOut } from './moves-out.tsx'
import { OpenCorrections } from './open-corrections.tsx'
import { RevocationItems } from './revocation-items.tsx'
import './exception.css'

/** 移送与更正: everything beside the main line that waits for this office, or that it waits for. */
export function ExceptionsPage() {
  return (
    <Page
      className="exceptions"
      title="移送与更正"
      lead="其他机构请本机构接收的件、等待第二人复核的更正和需要启动撤销程序的证书，都在这里办理。"
    >
      <MovesIn />
      <OpenCorrections />
      <RevocationItems />
      <MovesOut />
    </Page>
  )
}
