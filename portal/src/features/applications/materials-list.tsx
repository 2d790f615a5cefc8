import type { ApplicationView } from '@xingtan/contract/application'
import { Icon } from '@xingtan/ui/components/icon'

/** What to bring, computed for this case; what was compared electronically need not be brought (APP-14). */
export function MaterialsList({ materials }: Pick<ApplicationView, 'materials'>) {
  const needed = materials.filter((material) => material.needed)
  const spared = materials.filter((material) => !material.needed)
  return (
    <div className="numbered">
      <ul className="materials" aria-label="需要携带的材料">
        {needed.map(({ name, why }) => (
          <li className="material" key={name}>
            <Icon name="next" />
            <div>
              <strong>{name}</strong>
              {why !== '' && <p className="secondary">{why}</p>}
            </div>
          </li>
        ))}
      </ul>
      {spared.length > 0 && (
        <>
          <h3>以下材料不用携带</h3>
          <ul className="materials" aria-label="不用携带的材料">
            {spared.map(({ name, why }) => (
              <li className="material material-spared" key={name}>
                <Icon name="ok" />
                <div>
                  {name}
                  {why !== '' && <p className="secondary">{why}</p>}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
