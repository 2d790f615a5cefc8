import {
  amendApplicationEndpoint,
  discardDraftEndpoint,
  getApplicationEndpoint,
  getDocumentEndpoint,
  getDraftEndpoint,
  listApplicationsEndpoint,
  openDraftEndpoint,
  requestFormPreviewEndpoint,
  saveDraftStepEndpoint,
  submitDraftEndpoint,
  uploadPhotoEndpoint,
  withdrawApplicationEndpoint,
} from '@xingtan/contract/application'
import { bind } from '../../platform/http-bind.ts'
import { amendApplication } from './amend-application.ts'
import { discardDraft } from './discard-draft.ts'
import { getApplication } from './get-application.ts'
import { getDocument } from './get-document.ts'
import { getDraft } from './get-draft.ts'
import { listApplications } from './list-applications.ts'
import { openDraft } from './open-draft.ts'
import { requestFormPreview } from './request-form-preview.ts'
import { saveDraftStep } from './save-draft-step.ts'
import { submitDraft } from './submit-draft.ts'
import { uploadPhoto } from './upload-photo.ts'
import { withdrawApplication } from './withdraw-application.ts'

export const APPLICATION_ROUTES = [
  bind(openDraftEndpoint, openDraft),
  bind(getDraftEndpoint, getDraft),
  bind(saveDraftStepEndpoint, saveDraftStep),
  bind(discardDraftEndpoint, discardDraft),
  bind(uploadPhotoEndpoint, uploadPhoto),
  bind(submitDraftEndpoint, submitDraft),
  bind(listApplicationsEndpoint, listApplications),
  bind(getApplicationEndpoint, getApplication),
  bind(amendApplicationEndpoint, amendApplication),
  bind(withdrawApplicationEndpoint, withdrawApplication),
  bind(requestFormPreviewEndpoint, requestFormPreview),
  bind(getDocumentEndpoint, getDocument),
]
