import { useQueryClient } from '@tanstack/react-query'
import { fetchExamListEndpoint, listExamImportsEndpoint } from '@xingtan/contract/office/exam-bar'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** Asks the exam authority for its list; the answer appears among the lists. */
export function FetchButton() {
  const queryClient = useQueryClient()
  const announce = useToast()
  const fetchList = useCommand(fetchExamListEndpoint, {
    onSuccess: () => {
      announce('正在向考试机构获取名单，获取到以后显示在列表中。')
      void queryClient.invalidateQueries({ queryKey: [listExamImportsEndpoint.name] })
    },
  })
  return (
    <>
      <Button type="primary" loading={fetchList.isPending} onClick={() => fetchList.mutate({ input: {} })}>
        从考试机构获取名单
      </Button>
      {fetchList.error !== null && <ProblemAlert problem={fetchList.error} />}
    </>
  )
}
