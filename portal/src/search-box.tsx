import './search-box.css'
import { Button } from '@xingtan/ui/components/button'
import { TextField } from '@xingtan/ui/components/text-field'
import { useState } from 'react'

interface SearchBoxProps {
  readonly label: string
  readonly maxLength: number
  /** What is searched for now; a new one needs a new key. */
  readonly text: string
  readonly onSearch: (text: string) => void
}

/** One line to search by; nothing is asked of the server before one says so. */
export function SearchBox({ label, maxLength, text, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(text)
  return (
    <search>
      <form
        className="search-box"
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(typed.trim())
        }}
      >
        <TextField
          id="text"
          label={label}
          type="search"
          maxLength={maxLength}
          value={typed}
          onChange={setTyped}
          isOptional
        />
        <Button type="submit">搜索</Button>
      </form>
    </search>
  )
}
