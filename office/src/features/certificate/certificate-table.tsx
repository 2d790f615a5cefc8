import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listCertificatesEndpoint } from '@xingtan/contract/office/case'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { Link } from 'react-router'
import { moveBetweenRows } from '../../components/row-keys.ts'
import { CERTIFICATE_STATES } from './certificate-state.ts'

/** The list of certificates; the arrow keys walk the rows. */
export function CertificateTable({ rows }: { readonly rows: OutputOf<typeof listCertificatesEndpoint>['rows'] }) {
  return (
    <section className="table-scroll" aria-label="证书">
      <table className="case-table">
        <caption className="visually-hidden">证书。按上下方向键移动，按回车键打开。</caption>
        <thead>
          <tr>
            <th scope="col">证书号码</th>
            <th scope="col">姓名</th>
            <th scope="col">资格种类/学科</th>
            <th scope="col">认定日期</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { tone, title } = CERTIFICATE_STATES[row.state]
            return (
              <tr key={row.certificateId}>
                <td className="col-number">
                  <Link
                    to={`/certificates/${row.certificateId}`}
                    data-row-link
                    className="row-link"
                    onKeyDown={moveBetweenRows}
                  >
                    {row.number}
                  </Link>
                </td>
                <td className="col-name">{row.name}</td>
                <td className="col-kind">
                  <span>{row.qualificationTitle}</span>
                  <span className="quiet">{row.subjectName}</span>
                </td>
                <td className="col-due nowrap">{row.issuedOn}</td>
                <td className="col-status">
                  <StatusTag tone={tone}>{title}</StatusTag>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
