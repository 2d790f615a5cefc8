import {
  exportTrainingEndpoint,
  getTrainingEndpoint,
  saveAttendanceEndpoint,
  uploadTrainingMaterialEndpoint,
} from '@xingtan/contract/office/training'
import { type Binding, bind, bindBinary } from '../../platform/http-bind.ts'
import { exportTraining } from './export-training.ts'
import { getTraining } from './get-training.ts'
import { saveAttendance } from './save-attendance.ts'
import { uploadMaterial } from './upload-material.ts'

/** One training: its material, who attended, the list as a sheet. */
export const ATTENDANCE_ROUTES: readonly Binding[] = [
  bind(getTrainingEndpoint, getTraining),
  bind(saveAttendanceEndpoint, saveAttendance),
  bind(uploadTrainingMaterialEndpoint, uploadMaterial),
  bindBinary(exportTrainingEndpoint, exportTraining),
]
