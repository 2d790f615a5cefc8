import {
  approveWindowEndpoint,
  getWindowProposalEndpoint,
  listWindowsEndpoint,
  previewWindowEndpoint,
  proposeWindowEndpoint,
} from '@xingtan/contract/office/window'
import { bind } from '../../platform/http-bind.ts'
import { approveWindow, getWindowProposal, previewWindow, proposeWindow } from './change-window.ts'
import { listAllWindows } from './list-windows.ts'

export const WINDOW_ROUTES = [
  bind(listWindowsEndpoint, listAllWindows),
  bind(previewWindowEndpoint, previewWindow),
  bind(proposeWindowEndpoint, proposeWindow),
  bind(getWindowProposalEndpoint, getWindowProposal),
  bind(approveWindowEndpoint, approveWindow),
]
