import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getCaseEndpoint } from '@xingtan/contract/office/case'
import type { OnlineCase } from '@xingtan/contract/office/material'
import { PdfViewer } from '../../components/pdf-viewer.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'

interface FilePaneProps {
  readonly online: OnlineCase
  readonly view: OutputOf<typeof getCaseEndpoint>
  readonly shownCode: string | undefined
}

/** The file that is being looked at; below it photo and signature, which are judged on the screen. */
export function FilePane({ online, view, shownCode }: FilePaneProps) {
  const shown = online.items.find(({ code }) => code === shownCode)
  return (
    <ScrollRegion className="online-pane online-file" labelledBy="online-file">
      <h2 id="online-file">材料内容</h2>
      {shown === undefined || shown.url === null ? (
        <p className="quiet">没有可以查看的文件。</p>
      ) : (
        <PdfViewer key={shown.url} title={shown.name} url={shown.url} />
      )}
      <h2>照片与签名</h2>
      <div className="online-pictures">
        {view.photoUrl === null ? <p className="quiet">没有照片。</p> : <img src={view.photoUrl} alt="证件照片" />}
        {view.signatureUrl === null ? (
          <p className="quiet">没有签名。</p>
        ) : (
          <img src={view.signatureUrl} alt="承诺书签名" />
        )}
      </div>
    </ScrollRegion>
  )
}
