import type { Signing } from '@xingtan/contract/signing'
import { Button } from '@xingtan/ui/components/button'
import { Countdown } from '@xingtan/ui/components/countdown'
import { Notice } from '@xingtan/ui/components/notice'
import { QrCode } from '@xingtan/ui/components/qr-code'

export interface SigningOffer {
  readonly signingId: string
  readonly url: string
  readonly localUrl: string
  readonly expiresAt: string
  /** The server's time when the offer was made. */
  readonly madeAt: string
}

/** The QR code with what to do, and the way for people without a second device. */
export function OfferView({
  offer,
  isOpened,
  device,
}: {
  readonly offer: SigningOffer
  readonly isOpened: boolean
  readonly device: string | null
}) {
  return (
    <div className="panel-stack">
      <div className="signing-offer">
        <QrCode text={offer.url} label="个人承诺书签名页的二维码，请用手机扫描" />
        <div className="panel-stack">
          <ol>
            <li>用手机相机或微信“扫一扫”扫描二维码。</li>
            <li>在手机上阅读个人承诺书，手写签名并提交。</li>
            <li>回到本页核对签名，点“接受这个签名”。</li>
          </ol>
          <p className="secondary">
            二维码只能由一台设备打开一次，
            <Countdown endsAt={offer.expiresAt} serverNow={offer.madeAt} />。
          </p>
          <p>
            <a href={offer.localUrl} target="_blank" rel="noopener">
              在本机打开签名页
            </a>
          </p>
        </div>
      </div>
      {isOpened && (
        <Notice tone="wait" title="签名页已经打开" isLive>
          {device === null ? '' : `打开签名页的设备：${device}。`}请在那台设备上完成签名，提交后会自动显示在这里。
        </Notice>
      )}
    </div>
  )
}

/** What the phone handed in, to be looked at before it counts. */
export function SignedView({
  signing,
  busy,
  onAccept,
  onReject,
}: {
  readonly signing: Signing
  readonly busy: string | undefined
  readonly onAccept: () => void
  readonly onReject: () => void
}) {
  const where = signing.sameDevice === true ? '本机' : '另一台设备'
  return (
    <Notice tone="act" title="请核对签名" isLive>
      <div className="panel-stack">
        <p>
          签名来自{where}
          {signing.device === null ? '' : `（${signing.device}）`}。如不是您本人签的，请拒绝。
        </p>
        {signing.previewUrl !== null && (
          <img className="signature-image" src={signing.previewUrl} alt="刚刚提交的手写签名" />
        )}
        <div className="button-row">
          <Button kind="primary" busy={busy} onClick={onAccept}>
            接受这个签名
          </Button>
          <Button onClick={onReject}>拒绝，重新签名</Button>
        </div>
      </div>
    </Notice>
  )
}
