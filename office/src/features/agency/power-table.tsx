import { type AgencyPower, type AgencyRecord, endPowerEndpoint } from '@xingtan/contract/office/agency'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { isHeldOn } from '@xingtan/domain/agency-power'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { Button } from 'antd'
import { useState } from 'react'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import { GrantPowerDialog } from './grant-power-dialog.tsx'
import { RegisterForm } from './register-form.tsx'
import { useRegisterCommand } from './use-register-command.ts'

function stateOf(power: AgencyPower, today: string) {
  if (isHeldOn(power, today)) return { tone: 'ok', title: '有效' } as const
  if (power.heldFrom > today) return { tone: 'wait', title: '尚未开始' } as const
  return { tone: 'neutral', title: '已停止' } as const
}

/** 认定权限 with their days; half-open, so the end is said as the first day without. */
export function PowerTable({ agency }: { readonly agency: AgencyRecord }) {
  const { today } = useOfficer()
  const [isGranting, setGranting] = useState(false)
  const [ending, setEnding] = useState<AgencyPower | undefined>()
  return (
    <section className="panel-flat" aria-labelledby="agency-powers">
      <div className="section-head">
        <h2 id="agency-powers">认定权限</h2>
        {agency.mayChange && <Button onClick={() => setGranting(true)}>登记权限</Button>}
      </div>
      {agency.powers.length === 0 ? (
        <EmptyState title="没有认定权限">
          <p>本地申请人由上一级有权限的机构认定。</p>
        </EmptyState>
      ) : (
        <ScrollRegion className="table-scroll" label="认定权限明细">
          <table className="case-table">
            <caption className="visually-hidden">认定权限</caption>
            <thead>
              <tr>
                <th scope="col">资格种类</th>
                <th scope="col">起始日</th>
                <th scope="col">停止日</th>
                <th scope="col">依据</th>
                <th scope="col">今日</th>
                <th scope="col">办理</th>
              </tr>
            </thead>
            <tbody>
              {agency.powers.map((power) => {
                const { tone, title } = stateOf(power, today)
                const mayEnd = agency.mayChange && (power.heldTo === null || power.heldTo > today)
                return (
                  <tr key={power.powerId}>
                    <td>{QUALIFICATION_TITLES[power.qualificationType]}</td>
                    <td className="nowrap">{power.heldFrom}</td>
                    <td className="nowrap">{power.heldTo ?? '未定'}</td>
                    <td>{power.source}</td>
                    <td>
                      <StatusTag tone={tone}>{title}</StatusTag>
                    </td>
                    <td>
                      {mayEnd ? (
                        <Button
                          size="small"
                          aria-label={`停止${QUALIFICATION_TITLES[power.qualificationType]}的权限`}
                          onClick={() => setEnding(power)}
                        >
                          停止
                        </Button>
                      ) : (
                        <span className="quiet">无</span>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {isGranting && <GrantPowerDialog agency={agency} onClose={() => setGranting(false)} />}
      {ending !== undefined && (
        <EndPowerDialog agencyCode={agency.code} power={ending} onClose={() => setEnding(undefined)} />
      )}
    </section>
  )
}

interface EndProps {
  readonly agencyCode: string
  readonly power: AgencyPower
  readonly onClose: () => void
}

function EndPowerDialog({ agencyCode, power, onClose }: EndProps) {
  const { today } = useOfficer()
  const end = useRegisterCommand(endPowerEndpoint, '停止日已登记。', onClose)
  return (
    <RegisterForm
      title={`停止权限：${QUALIFICATION_TITLES[power.qualificationType]}`}
      lead={<p>从停止日零时起，本地申请人由上一级有权限的机构认定；已受理的申请仍由本机构办结。</p>}
      lines={[{ id: 'heldTo', label: '停止日', type: 'date', initial: today }]}
      submitText="登记停止日"
      problem={end.error}
      isBusy={end.isPending}
      onClose={onClose}
      onSubmit={({ heldTo = '' }) => end.mutate({ input: { agencyCode, powerId: power.powerId, heldTo } })}
    />
  )
}
