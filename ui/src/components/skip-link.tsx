import './site-layout.css'

/** First stop of the keyboard on every page. */
export function SkipLink() {
  return (
    <a
      className="skip-link"
      href="#main"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      跳到主要内容
    </a>
  )
}
