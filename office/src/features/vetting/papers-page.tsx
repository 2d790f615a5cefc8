import { PAPER_KIND_TITLES, type VettingPaper, listPapersEndpoint } from '@xingtan/contract/office/vetting'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { PaperDialog } from './paper-dialog.tsx'
import { RecordPaperDialog } from './record-paper-dialog.tsx'
import { VettingNav } from './vetting-nav.tsx'
import './vetting.css'

const STATES: Readonly<Record<VettingPaper['state'], { readonly tone: Tone; readonly title: string }>> = {
  recorded: { tone: 'wait', title: '待复核' },
  verified: { tone: 'ok', title: '已采用' },
  rejected: { tone: 'stop', title: '不予采用' },
}

/** 纸质证明: recorded by one person, verified by another; each look is recorded (DEC-1, DEC-2). */
export function PapersPage() {
  const papers = useEndpoint(listPapersEndpoint, {})
  const officer = useOfficer()
  const [search, setSearch] = useSearchParams()
  const recordFor = search.get('record')
  const [opened, setOpened] = useState<VettingPaper>()
  return (
    <Page
      title="纸质核查证明"
      lead="香港、澳门、台湾出具的无犯罪记录证明，以及例外采用的证明。一人登记，另一人复核后才作为该件的核查结果。"
      aside={
        hasRole(officer, 'vet') && (
          <Button type="primary" onClick={() => setSearch({ record: '' })}>
            登记证明
          </Button>
        )
      }
    >
      <VettingNav />
      <QueryState query={papers} skeletonLines={6}>
        {({ papers: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="还没有登记证明">
              <p>申请人使用港澳台证件时，请登记出具地的无犯罪记录证明。</p>
            </EmptyState>
          ) : (
            <DataTable
              caption="纸质核查证明"
              columns={columnsOf(setOpened)}
              rows={rows}
              rowKey={({ paperId }) => paperId}
            />
          )
        }
      </QueryState>
      {recordFor !== null && hasRole(officer, 'vet') && (
        <RecordPaperDialog registrationNumber={recordFor} onClose={() => setSearch({})} />
      )}
      {opened !== undefined && <PaperDialog paper={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

function columnsOf(onOpen: (paper: VettingPaper) => void): readonly Column<VettingPaper>[] {
  return [
    {
      key: 'number',
      title: '报名号',
      cell: ({ applicationId, registrationNumber }) => <Link to={`/cases/${applicationId}`}>{registrationNumber}</Link>,
    },
    { key: 'name', title: '姓名', cell: ({ name }) => name },
    { key: 'kind', title: '证明', cell: ({ kind }) => PAPER_KIND_TITLES[kind] },
    { key: 'days', title: '出具日期与有效期', cell: ({ issuedOn, validUntil }) => `${issuedOn} 至 ${validUntil}` },
    {
      key: 'recorded',
      title: '登记',
      cell: ({ recordedBy, recordedAt }) => `${recordedBy}，${formatInstantShort(recordedAt)}`,
    },
    {
      key: 'state',
      title: '状态',
      cell: ({ state, verifiedBy }) => (
        <>
          <StatusTag tone={STATES[state].tone}>{STATES[state].title}</StatusTag>
          {verifiedBy !== null && <span className="quiet"> {verifiedBy}</span>}
        </>
      ),
    },
    {
      key: 'act',
      title: '办理',
      cell: (paper) => (
        <Button size="small" aria-label={`查看${paper.name}的证明`} onClick={() => onOpen(paper)}>
          {paper.state === 'recorded' && !paper.isOwn ? '复核' : '查看'}
        </Button>
      ),
    },
  ]
}
