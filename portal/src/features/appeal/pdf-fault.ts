/** Bytes: a paper is smaller than this (policy of the server; it judges again). */
const MOST_BYTES = 1_048_575
/** How every PDF begins, perhaps after a few bytes of something else. */
const SIGNATURE = '%PDF-'
const LOOKED_AT = 1024

/** Why a chosen file cannot be a paper, in a sentence; nothing when it may be one. */
export async function pdfFaultOf(file: File): Promise<string | undefined> {
  if (file.size > MOST_BYTES) return '文件须小于 1M，请压缩或者降低扫描分辨率后重新上传。'
  const start = await file.slice(0, LOOKED_AT).text()
  return start.includes(SIGNATURE) ? undefined : '只接收 PDF 文件，请把材料扫描或另存为 PDF 后重新上传。'
}
