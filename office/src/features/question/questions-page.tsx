import { BUSINESS_TITLES } from '@xingtan/contract/notice'
import { getNoticeScopeEndpoint } from '@xingtan/contract/office/notice'
import { type OwnQuestion, listOwnQuestionsEndpoint } from '@xingtan/contract/office/question'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import './question.css'

/** 常见问题: what the own agency answers, and whether readers found it helped (PUB-6). */
export function QuestionsPage() {
  const questions = useEndpoint(listOwnQuestionsEndpoint, {})
  const scope = useEndpoint(getNoticeScopeEndpoint, {})
  const [opened, setOpened] = useState<OwnQuestion | 'new'>()
  return (
    <Page
      title="常见问题"
      lead="显示在网站“常见问题”中。“未解决”较多的，请修改答案。"
      aside={
        <Button type="primary" disabled={scope.data === undefined} onClick={() => setOpened('new')}>
          新增问题
        </Button>
      }
    >
      <QueryState query={questions} skeletonLines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="本机构还没有常见问题">
              <p>上级机构的常见问题会同时显示给本地申请人，本机构只需补充本地特有的问题。</p>
            </EmptyState>
          ) : (
            <QuestionTable rows={rows} onOpen={setOpened} />
          )
        }
      </QueryState>
      {opened !== undefined && scope.data !== undefined && (
        <QuestionDialog
          own={opened === 'new' ? undefined : opened}
          regions={scope.data.regions}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page>
  )
}

interface QuestionTableProps {
  readonly rows: readonly OwnQuestion[]
  readonly onOpen: (own: OwnQuestion) => void
}

function QuestionTable({ rows, onOpen }: QuestionTableProps) {
  return (
    <ScrollRegion className="table-scroll" label="常见问题列表">
      <table className="case-table question-rows">
        <caption className="visually-hidden">常见问题列表</caption>
        <thead>
          <tr>
            <th scope="col">问题</th>
            <th scope="col">分类</th>
            <th scope="col">适用</th>
            <th scope="col">反馈</th>
            <th scope="col">修改</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.questionId}>
              <td>
                <button type="button" className="question-open" onClick={() => onOpen(row)}>
                  {row.content.question}
                </button>
              </td>
              <td className="nowrap">{row.content.category}</td>
              <td>
                {row.regionName}，{BUSINESS_TITLES[row.content.business]}
              </td>
              <td>
                已解决 {row.solved}，未解决 {row.unsolved}
              </td>
              <td className="nowrap">
                {row.changedBy}
                <br />
                <span className="quiet">{formatInstantShort(row.changedAt)}</span>
              </td>
              <td>
                <StatusTag tone={row.content.isPublished ? 'ok' : 'neutral'}>
                  {row.content.isPublished ? '显示中' : '未显示'}
                </StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
