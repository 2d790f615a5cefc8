import type { OutputOf } from '@xingtan/contract/endpoint'
import type { previewRestrictionEndpoint } from '@xingtan/contract/office/restriction'
import { Notice } from '@xingtan/ui/components/notice'

type Preview = OutputOf<typeof previewRestrictionEndpoint>

const NAME_WORDS: Readonly<Record<Preview['nameCheck'], string>> = {
  same: '姓名与系统内以此证件号码通过实名核验的人一致。',
  different: '姓名与系统内以此证件号码通过实名核验的人不一致，请核对后重新填写。',
  unknown: '系统内没有以此证件号码通过实名核验的人，请再次对照处罚决定核对姓名和号码。',
}

/** Whom the entry would hit, before it is saved (RES-2). */
export function PreviewPanel({ preview }: { readonly preview: Preview }) {
  const { nameCheck, namesakes, liveEntries, cases, certificates } = preview
  return (
    <section className="panel-flat restriction-preview" aria-labelledby="preview" aria-live="polite">
      <h2 id="preview">保存前核对</h2>
      <Notice tone={nameCheck === 'same' ? 'ok' : 'warn'}>{NAME_WORDS[nameCheck]}</Notice>
      <ul>
        {liveEntries > 0 && <li>此人已有 {liveEntries} 条未作废的限制库记录，请先查看是否重复。</li>}
        {namesakes > 0 && <li>限制库中另有 {namesakes} 名同名人员，请确认没有录错人。</li>}
        {cases.map((one) => (
          <li key={one.registrationNumber}>
            正在办理的申请：{one.agencyName}，{one.stage}，报名号 {one.registrationNumber}。录入后将暂缓作出结论。
          </li>
        ))}
        {certificates.map((one) => (
          <li key={one.number}>
            已发证书：{one.agencyName}，{one.number}，{one.state}。复核生效后证书将暂停使用。
          </li>
        ))}
        {cases.length === 0 && certificates.length === 0 && <li>没有正在办理的申请，也没有系统内的证书。</li>}
      </ul>
    </section>
  )
}
