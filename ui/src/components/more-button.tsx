import './button.css'
import { Button } from './button.tsx'

export interface MoreButtonProps {
  readonly shownCount: number
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly onMore: () => void
}

/** Keyset paging: shows more below; what is already read stays in place. */
export function MoreButton({ shownCount, hasMore, isLoading, onMore }: MoreButtonProps) {
  return (
    <div className="button-row">
      {hasMore && (
        <Button busy={isLoading ? '正在加载' : undefined} onClick={onMore}>
          更多
        </Button>
      )}
      <output className="hint">{hasMore ? `已显示 ${shownCount} 条` : `共 ${shownCount} 条，已全部显示`}</output>
    </div>
  )
}
