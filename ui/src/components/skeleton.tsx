import './states.css'

/** Holds the place of what is loading; appears after 300 ms so that quick answers do not flicker. */
export function Skeleton({ lines = 4, label = '正在加载' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <output className="skeleton">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_line, index) => (
        <span className="skeleton-line" key={index} aria-hidden="true" />
      ))}
    </output>
  )
}
