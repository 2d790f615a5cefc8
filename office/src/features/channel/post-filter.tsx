import { CHANNEL_KIND_TITLES, ChannelKind } from '@xingtan/contract/office/channel'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Field } from '../../components/field.tsx'
import type { PostFilter as Filter } from './use-posts.ts'

/** The filter as it stands in the address. */
export function readPostFilter(search: URLSearchParams): Filter {
  const kind = ChannelKind.safeParse(search.get('kind'))
  const words = search.get('search') ?? ''
  return {
    box: search.get('box') === 'out' ? 'out' : 'in',
    ...(kind.success && { kind: kind.data }),
    ...(search.get('unconfirmed') === 'yes' && { unconfirmed: 'yes' as const }),
    ...(words !== '' && { search: words.slice(0, 40) }),
  }
}

function addressOf(search: URLSearchParams, change: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? '/channel' : `/channel?${text}`
}

interface PostFilterProps {
  readonly search: URLSearchParams
  readonly filter: Filter
}

/** Boxes and kinds as chips, words to search; every state has an address. */
export function PostFilter({ search, filter }: PostFilterProps) {
  const navigate = useNavigate()
  const [words, setWords] = useState(filter.search ?? '')
  const chips = [
    { label: '收到的', change: { box: null }, isChosen: filter.box === 'in' },
    { label: '发出的', change: { box: 'out', unconfirmed: null }, isChosen: filter.box === 'out' },
    { label: '全部类别', change: { kind: null }, isChosen: filter.kind === undefined },
    ...ChannelKind.options.map((kind) => ({
      label: CHANNEL_KIND_TITLES[kind],
      change: { kind },
      isChosen: filter.kind === kind,
    })),
    {
      label: '待我确认',
      change: { box: null, unconfirmed: filter.unconfirmed === undefined ? 'yes' : null },
      isChosen: filter.unconfirmed === 'yes',
    },
  ]
  return (
    <div className="channel-filter">
      <nav aria-label="筛选">
        <ul>
          {chips.map(({ label, change, isChosen }) => (
            <li key={label}>
              <Link className="chip" to={addressOf(search, change)} aria-current={isChosen ? 'true' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <search>
        <form
          className="channel-search"
          onSubmit={(event) => {
            event.preventDefault()
            void navigate(addressOf(search, { search: words.trim() }))
          }}
        >
          <Field label="标题或内容">
            {(aria) => (
              <Input {...aria} maxLength={40} value={words} onChange={(event) => setWords(event.target.value)} />
            )}
          </Field>
          <Button htmlType="submit">搜索</Button>
        </form>
      </search>
    </div>
  )
}
