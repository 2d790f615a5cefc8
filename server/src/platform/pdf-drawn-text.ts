import {
  type TypesetRequest,
  compileDocument,
  createCompiler,
  replaceMissingCharacters,
  withImages,
} from './pdf-typesetter.ts'

const ENTITIES = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
])

/** What a reader of the document sees, as one line of text without spaces: for tests of the templates. */
export function createTextReader(): (request: Omit<TypesetRequest, 'createdAtSeconds'>) => string {
  const { compiler, coverages } = createCompiler()
  return (request) => {
    const { json } = replaceMissingCharacters(request.json, coverages)
    return withImages(compiler, request.images, () => {
      const drawing = compiler.svg(compileDocument(compiler, { ...request, json }))
      const runs = [...drawing.matchAll(/class="tsel"[^>]*>([^<]*)</g)].map(([, text = '']) => text)
      return runs
        .join('')
        .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES.get(entity) ?? entity)
        .replaceAll(/\s/g, '')
    })
  }
}
