import './apply.css'

/** A text to read as a whole, paragraph by paragraph; it never scrolls in a box of its own. */
export function LegalText({ paragraphs }: { readonly paragraphs: readonly string[] }) {
  return (
    <div className="legal-text">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}
