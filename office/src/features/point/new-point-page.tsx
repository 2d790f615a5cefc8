import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { PointForm } from './point-form.tsx'
import './point.css'

/** A new 确认点 of the own agency. */
export function NewPointPage() {
  return (
    <Page title="新增确认点" lead={<Link to="/points">返回确认点</Link>}>
      <div className="point-alone">
        <PointForm view={undefined} />
      </div>
    </Page>
  )
}
