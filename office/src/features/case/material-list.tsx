import type { Case } from './case-draft.ts'

/** What this person has to bring, and why; what is not needed says so. */
export function MaterialList({ materials }: { readonly materials: Case['materials'] }) {
  if (materials.length === 0) return null
  return (
    <section className="materials" aria-labelledby="materials">
      <h3 id="materials">应核验的材料</h3>
      <ul>
        {materials.map((material) => (
          <li key={material.code} data-needed={material.needed}>
            <span className="material-name">
              {material.name}
              {!material.needed && <span className="quiet">（无需提交）</span>}
            </span>
            <span className="quiet">{material.why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
