import { useQueryClient } from '@tanstack/react-query'
import {
  type QueueView,
  listViewsEndpoint,
  removeViewEndpoint,
  saveViewEndpoint,
} from '@xingtan/contract/office/queue-view'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ActForm } from '../../components/act-form.tsx'

/** 常用筛选: filters this officer keeps under a name; each is an address of the queue. */
export function SavedViews({ isFiltered }: { readonly isFiltered: boolean }) {
  const [search] = useSearchParams()
  const query = search.toString()
  const views = useEndpoint(listViewsEndpoint, {}).data?.views ?? []
  const [isSaving, setIsSaving] = useState(false)
  const shown = views.find((view) => view.query === query)
  if (views.length === 0 && !isFiltered) return null
  return (
    <div className="chip-group saved-views">
      <span className="chip-title" id="chips-saved">
        常用
      </span>
      <ul aria-labelledby="chips-saved">
        {views.map((view) => (
          <li key={view.viewId}>
            <Link to={`/cases?${view.query}`} className="chip" aria-current={view === shown ? 'true' : undefined}>
              {view.name}
            </Link>
          </li>
        ))}
        {isFiltered && shown === undefined && (
          <li>
            <Button size="small" onClick={() => setIsSaving(true)}>
              保存为常用筛选
            </Button>
          </li>
        )}
        {shown !== undefined && (
          <li>
            <RemoveButton view={shown} />
          </li>
        )}
      </ul>
      {isSaving && <SaveDialog query={query} onClose={() => setIsSaving(false)} />}
    </div>
  )
}

function RemoveButton({ view }: { readonly view: QueueView }) {
  const queryClient = useQueryClient()
  const announce = useToast()
  const remove = useCommand(removeViewEndpoint, {
    onSuccess: () => {
      announce('常用筛选已删除。')
      void queryClient.invalidateQueries({ queryKey: [listViewsEndpoint.name] })
    },
  })
  return (
    <Button size="small" loading={remove.isPending} onClick={() => remove.mutate({ input: { viewId: view.viewId } })}>
      删除“{view.name}”
    </Button>
  )
}

function SaveDialog({ query, onClose }: { readonly query: string; readonly onClose: () => void }) {
  const [name, setName] = useState('')
  return (
    <ActForm
      endpoint={saveViewEndpoint}
      title="保存为常用筛选"
      lead={<p>保存现在的筛选条件，以后一次点击即可打开；只有您本人可以看到。同名的会换成现在的条件。</p>}
      input={{ name, query }}
      submitText="保存"
      done="常用筛选已保存。"
      onClose={onClose}
    >
      {({ errorFor, touch }) => (
        <TextField
          id="name"
          label="名称"
          hint="例如：今日到期的小学。"
          maxLength={20}
          isShort
          value={name}
          error={errorFor('name')}
          onChange={(value) => {
            setName(value)
            touch('name')
          }}
        />
      )}
    </ActForm>
  )
}
