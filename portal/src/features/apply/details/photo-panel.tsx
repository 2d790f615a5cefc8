import { uploadPhotoEndpoint } from '@xingtan/contract/application'
import { Button } from '@xingtan/ui/components/button'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { PhotoCropper } from '@xingtan/ui/components/photo-cropper'
import { ProblemError } from '@xingtan/ui/problem-error'
import { useCommand } from '@xingtan/ui/use-command'
import { useState } from 'react'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'

function Refusal({ error }: { readonly error: ProblemError }) {
  const { detail, reasons } = error.document
  const sentences = reasons.length === 0 ? [detail] : reasons.map(({ sentence }) => sentence)
  return (
    <Notice tone="stop" title="照片没有保存" isLive>
      {[...new Set(sentences)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}

/** The photo: any picture goes in, the page cuts and shrinks it, the server judges (APP-5). */
export function PhotoPanel() {
  const { draft, saver } = useDraftDesk()
  const { value, patch, errorOf } = useDraftStep('details')
  const command = useCommand(uploadPhotoEndpoint)
  const [isChanging, setIsChanging] = useState(false)
  const upload = async (file: Blob): Promise<void> => {
    try {
      const { fileId } = await command.mutateAsync({ input: { draftId: draft.draftId }, file, fileName: 'photo.jpg' })
      patch({ photoId: fileId })
      await saver.flush()
      await saver.refresh()
      setIsChanging(false)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
    }
  }
  const hasPhoto = value.photoId !== null && draft.photoUrl !== null
  return (
    <Panel title="个人照片">
      <div className="panel-stack">
        <p className="secondary">
          近期本人免冠正面白底证件照，须与现场确认提交的照片为同一底版，不要求与考试报名时为同一底版。
        </p>
        {command.error !== null && <Refusal error={command.error} />}
        {hasPhoto && !isChanging ? (
          <div className="photo-now">
            <img className="photo" src={draft.photoUrl ?? undefined} alt="已上传的个人照片" width={148} height={207} />
            <Button onClick={() => setIsChanging(true)}>更换照片</Button>
          </div>
        ) : (
          <>
            <PhotoCropper
              id="photoId"
              error={errorOf('photoId')}
              busy={command.isPending ? '正在上传' : undefined}
              onPhoto={(photo) => void upload(photo)}
            />
            {isChanging && (
              <div className="button-row">
                <Button kind="quiet" onClick={() => setIsChanging(false)}>
                  保留原来的照片
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}
