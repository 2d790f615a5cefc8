import './consultation.css'
import {
  CONSULTATION_KIND_TITLES,
  CONSULTATION_STATE_TITLES,
  listOwnConsultationsEndpoint,
} from '@xingtan/contract/consultation'
import { Button } from '@xingtan/ui/components/button'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { STATE_TONES } from './state-words.ts'

/** 我的咨询: what was sent from this account; the code travels inside the page, never in an address. */
export function OwnConsultations() {
  const query = useEndpoint(listOwnConsultationsEndpoint, {})
  const navigate = useNavigate()
  return (
    <Panel title="我的咨询">
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="secondary">您还没有用这个账号提交过咨询、投诉或举报。</p>
          ) : (
            <ul className="consultation-own">
              {items.map(({ number, queryCode, kind, title, state, agencyName, submittedAt }) => (
                <li key={number}>
                  <StatusTag tone={STATE_TONES[state]}>{CONSULTATION_STATE_TITLES[state]}</StatusTag>
                  <span>
                    {CONSULTATION_KIND_TITLES[kind]}：{title}
                  </span>
                  <span className="secondary">
                    {agencyName}，{formatInstant(submittedAt)}提交
                  </span>
                  <Button
                    label={`查看${CONSULTATION_KIND_TITLES[kind]}：${title}`}
                    onClick={() => void navigate(paths.consultationQuery, { state: { number, queryCode } })}
                  >
                    查看
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Panel>
  )
}
