/** Numbers as links: a phone dials them, a desk shows them. */
export function PhoneLinks({ phones }: { readonly phones: readonly string[] }) {
  return (
    <>
      {phones.map((phone, index) => (
        <span key={phone}>
          {index > 0 && '、'}
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        </span>
      ))}
    </>
  )
}
