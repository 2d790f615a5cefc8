import { listRevocationItemsEndpoint } from '@xingtan/contract/office/certificate-stop'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'

/** 待启动撤销程序的证书: stopped because a bar was found after 认定通过 (S-072). */
export function RevocationItems() {
  const query = useEndpoint(listRevocationItemsEndpoint, {})
  return (
    <section aria-labelledby="revocations">
      <h2 id="revocations">待启动撤销程序的证书</h2>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">没有因限制库记录暂停使用的证书。</p>
          ) : (
            <ScrollRegion className="table-scroll" label="待启动撤销程序的证书列表">
              <table className="case-table">
                <thead>
                  <tr>
                    <th scope="col">证书号码</th>
                    <th scope="col">姓名</th>
                    <th scope="col">暂停使用时间</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <tr key={item.itemId}>
                      <td className="nowrap">
                        <Link to={`/certificates/${item.certificateId}`}>{item.number}</Link>
                      </td>
                      <td className="nowrap">{item.name}</td>
                      <td className="nowrap">{formatInstantShort(item.openedAt)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )
        }
      </QueryState>
    </section>
  )
}
