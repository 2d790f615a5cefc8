import {
  getOwnTrainingEndpoint,
  getTrainingBoardEndpoint,
  listTrainingsEndpoint,
  recordTrainingEndpoint,
  withdrawTrainingEndpoint,
} from '@xingtan/contract/office/training'
import { type Binding, bind } from '../../platform/http-bind.ts'
import { ATTENDANCE_ROUTES } from './attendance-routes.ts'
import { getBoard } from './get-board.ts'
import { getOwnTraining } from './get-own-training.ts'
import { listTrainings } from './list-trainings.ts'
import { recordTraining } from './record-training.ts'
import { withdrawTraining } from './withdraw-training.ts'

export const TRAINING_ROUTES: readonly Binding[] = [
  bind(listTrainingsEndpoint, listTrainings),
  bind(recordTrainingEndpoint, recordTraining),
  bind(withdrawTrainingEndpoint, withdrawTraining),
  bind(getTrainingBoardEndpoint, getBoard),
  bind(getOwnTrainingEndpoint, getOwnTraining),
  ...ATTENDANCE_ROUTES,
]
