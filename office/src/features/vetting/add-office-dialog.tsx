import { VETTING_WAY_TITLES, VettingWay, addPoliceOfficeEndpoint } from '@xingtan/contract/office/vetting'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useVettingCommand } from './use-vetting-command.ts'

const AREA_CODE = /^(\d\d){1,3}$/

/** A police office with the people it answers for; every defect is told beside its field. */
export function AddOfficeDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [way, setWay] = useState<VettingWay>('file')
  const [areas, setAreas] = useState('')
  const [tried, setTried] = useState(false)
  const add = useVettingCommand(addPoliceOfficeEndpoint, '公安机关已登记。', onClose)
  const nameError = tried && name.trim().length < 2 ? '请填写公安机关名称，至少 2 个字。' : undefined
  const areaCodes = areas.split(/[\s,，、]+/).filter((code) => code !== '')
  const isReadable = areaCodes.every((code) => AREA_CODE.test(code))
  const areaError = tried && !isReadable ? '区划代码应为 2、4 或 6 位数字，例如 330802。' : undefined
  return (
    <Dialog title="登记公安机关" onClose={onClose}>
      <form
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (name.trim().length < 2 || !isReadable) return
          add.mutate({ input: { name, way, areaCodes } })
        }}
      >
        {add.isError && <ProblemAlert problem={add.error} />}
        <Field label="名称" hint="例如「衢州市公安局柯城分局」。" error={nameError ?? add.error?.sentenceFor('name')}>
          {(aria) => (
            <Input
              {...aria}
              data-autofocus
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="核查方式" hint="以文件核查的，由您导出名单、导入结果。" error={add.error?.sentenceFor('way')}>
          {(aria) => (
            <Radio.Group
              id={aria.id}
              aria-label="核查方式"
              value={way}
              options={VettingWay.options.map((value) => ({ value, label: VETTING_WAY_TITLES[value] }))}
              onChange={(event) => setWay(VettingWay.parse(event.target.value))}
            />
          )}
        </Field>
        <Field
          label="负责的户籍地（选填）"
          hint="填写区划代码，2、4 或 6 位，用逗号或换行分隔，例如 3308，330802。不填写的，负责其余全部。"
          error={areaError ?? areaErrorOf(add.error)}
        >
          {(aria) => (
            <Input.TextArea {...aria} rows={2} value={areas} onChange={(event) => setAreas(event.target.value)} />
          )}
        </Field>
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            登记
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The list is one box; a mistake in any of its codes is told under it. */
function areaErrorOf(error: ReturnType<typeof useVettingCommand>['error']): string | undefined {
  return error?.document.reasons.find(({ field }) => field?.startsWith('areaCodes') === true)?.sentence
}
