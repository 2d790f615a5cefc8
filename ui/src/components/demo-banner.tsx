import './panel.css'

/** Stands on every page of the demonstration, on screen and on paper. */
export function DemoBanner() {
  return (
    <aside className="demo-banner" aria-label="环境说明">
      演示环境，非官方网站
    </aside>
  )
}
