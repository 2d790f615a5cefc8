import { getFileEndpoint } from '@xingtan/contract/file'
import { getOfficeFileEndpoint } from '@xingtan/contract/office/file'
import { bindBinary } from '../../platform/http-bind.ts'
import { getFile } from './get-file.ts'

export const PUBLIC_FILE_ROUTES = [bindBinary(getFileEndpoint, getFile)]
export const OFFICE_FILE_ROUTES = [bindBinary(getOfficeFileEndpoint, getFile)]
