import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import type { Case } from './case-draft.ts'
import { PictureViewer } from './picture-viewer.tsx'

/** Centre pane: the photo large beside the signature, then everything that was handed in with its source. */
export function EvidencePane({ view }: { readonly view: Case }) {
  return (
    <ScrollRegion className="pane pane-evidence" labelledBy="pane-evidence">
      <h2 id="pane-evidence">照片与材料</h2>
      <div className="pictures">
        <PictureViewer
          title="证件照片"
          url={view.photoUrl}
          shape="portrait"
          missing={view.isOffered ? '接收该件后可以查看照片。' : '申请人没有上传照片。'}
        />
        <PictureViewer
          title="承诺书签名"
          url={view.signatureUrl}
          shape="wide"
          missing={view.isOffered ? '接收该件后可以查看签名。' : '申请人没有签名。'}
        />
      </div>
      <div className="fact-groups">
        {view.groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <DefinitionList
              facts={group.facts.map(({ label, value, source }) => ({
                term: label,
                value: value === '' ? '未填写' : value,
                source: source ?? undefined,
              }))}
            />
          </section>
        ))}
      </div>
    </ScrollRegion>
  )
}
