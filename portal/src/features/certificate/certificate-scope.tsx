/** Which certificates can be found here at all, in the words of the handbook (1.1.2, PUB-2). */
export function CertificateScope() {
  return (
    <p className="secondary">
      本网站目前仅提供 2008 年起（广西壮族自治区从 2012
      年起）使用教师资格管理信息系统认定的教师资格证书查询。更早的教师资格证书，请与证书上的发证机关联系查询。
    </p>
  )
}
