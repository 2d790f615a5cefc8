import { useQueryClient } from '@tanstack/react-query'
import { getCertificateEndpoint } from '@xingtan/contract/office/case'
import { recheckCertificateEndpoint } from '@xingtan/contract/office/certificate-stop'
import { Notice } from '@xingtan/ui/components/notice'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** Looks into the 限制库 anew before the certificate is handed over; a bar that is found stops it at once (S-072). */
export function RecheckButton({ certificateId }: { readonly certificateId: string }) {
  const queryClient = useQueryClient()
  const recheck = useCommand(recheckCertificateEndpoint, {
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: [getCertificateEndpoint.name] }),
  })
  return (
    <div className="recheck">
      <Button loading={recheck.isPending} onClick={() => recheck.mutate({ input: { certificateId } })}>
        发放前核对限制库
      </Button>
      {recheck.error !== null && <ProblemAlert problem={recheck.error} />}
      {recheck.data !== undefined && (
        <Notice tone={recheck.data.isUsable ? 'ok' : 'stop'} isLive>
          {recheck.data.sentence}
        </Notice>
      )}
    </div>
  )
}
