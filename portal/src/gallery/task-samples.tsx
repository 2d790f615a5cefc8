import { Button } from '@xingtan/ui/components/button'
import { Panel } from '@xingtan/ui/components/panel'
import { PhotoCropper } from '@xingtan/ui/components/photo-cropper'
import { SignaturePad } from '@xingtan/ui/components/signature-pad'
import { SliderPuzzle } from '@xingtan/ui/components/slider-puzzle'
import { Watermark } from '@xingtan/ui/components/watermark'
import { useState } from 'react'

const PUZZLE = {
  background:
    'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="320" height="160"%3E%3Crect width="320" height="160" fill="%23b9c7dd"/%3E%3Ccircle cx="80" cy="90" r="60" fill="%238aa2c8"/%3E%3Crect x="190" y="52" width="48" height="48" fill="%235d6f8d"/%3E%3C/svg%3E',
  piece:
    'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="48" height="48"%3E%3Crect width="48" height="48" fill="%238aa2c8" stroke="white" stroke-width="2"/%3E%3C/svg%3E',
  width: 320,
  height: 160,
  pieceSize: 48,
  pieceTop: 52,
}

/** Blobs and answers are shown as text so that a journey can read them. */
export function TaskSamples() {
  const [result, setResult] = useState('')
  return (
    <section className="stack" aria-label="照片、拼图和签名">
      <h2>照片、拼图和签名</h2>
      <Panel title="证件照" level={3}>
        <PhotoCropper id="photo" onPhoto={(photo) => setResult(`${photo.type} ${photo.size}`)} />
      </Panel>
      <Panel title="安全验证" level={3}>
        <SliderPuzzle
          puzzle={PUZZLE}
          onSolve={(x, track) => setResult(`${x} ${track.length}`)}
          onRenew={() => undefined}
          alternative={<Button kind="quiet">改用短信验证码</Button>}
        />
      </Panel>
      <Panel title="个人承诺书签名" level={3}>
        <SignaturePad onSign={(signature) => setResult(`${signature.type} ${signature.size}`)} />
      </Panel>
      <output id="result">{result}</output>
      <Watermark text="王老师 2026-09-14 14:03" />
    </section>
  )
}
