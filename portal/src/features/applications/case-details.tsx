import type { ApplicationView } from '@xingtan/contract/application'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Panel } from '@xingtan/ui/components/panel'

/** 详情: what was handed in, with photo and signature to be checked (APP-10). */
export function CaseDetails({ application }: { readonly application: ApplicationView }) {
  const { groups, photoUrl, signatureUrl } = application
  return (
    <Panel title="详情">
      <div className="case-pictures">
        {photoUrl !== null && <img className="photo" src={photoUrl} alt="个人照片" width={148} height={207} />}
        {signatureUrl !== null && <img className="signature" src={signatureUrl} alt="个人承诺书上的手写签名" />}
      </div>
      {groups.map(({ title, facts }) => (
        <section className="case-group" key={title}>
          <h3>{title}</h3>
          <DefinitionList
            facts={facts.map(({ label, value, source }) => ({ term: label, value, source: source ?? undefined }))}
          />
        </section>
      ))}
    </Panel>
  )
}
