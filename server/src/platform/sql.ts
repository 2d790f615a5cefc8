/** A statement with its values apart: text is finite, so every statement is prepared under a name. */
export interface Sql {
  readonly text: string
  readonly values: readonly unknown[]
}

function isSql(value: unknown): value is Sql {
  return (
    typeof value === 'object' && value !== null && 'text' in value && 'values' in value && Array.isArray(value.values)
  )
}

/**
 * SQL written as SQL. `${value}` becomes a parameter, `${sql`…`}` is laid in as a fragment; nothing else can enter
 * the text, so there is no way to concatenate what a person typed into a statement (S-088).
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  let text = ''
  const values: unknown[] = []
  for (const [index, string] of strings.entries()) {
    text += string
    if (index >= parts.length) continue
    const part = parts[index]
    if (isSql(part)) {
      text += part.text.replaceAll(/\$(\d+)/g, (_whole, number: string) => `$${values.length + Number(number)}`)
      values.push(...part.values)
    } else {
      values.push(part)
      text += `$${values.length}`
    }
  }
  return { text, values }
}
