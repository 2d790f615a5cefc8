import type { PointProfile, PointRow } from '@xingtan/contract/office/point'
import type { Window } from '@xingtan/domain/window'
import type { OfficerActor } from '../../platform/actor.ts'
import type { PointRecord } from './sql.ts'

/** One line of the list of points. */
export function toPointRow(point: PointRecord, officer: OfficerActor, windows: readonly Window[]): PointRow {
  return {
    pointId: point.id,
    code: point.code,
    name: point.name,
    address: point.address,
    hours: point.hours,
    deskCount: point.deskCount,
    isActive: point.isActive,
    isOwn: officer.pointId === point.id,
    windows: windows.map(({ opensAt, closesAt }) => ({
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    })),
  }
}

/** What can be edited of a point. */
export function toProfile(point: PointRecord): PointProfile {
  const { name, address, scope, streets, types, weeklyHours, deskCount, notices, activeFrom, activeTo } = point
  return { name, address, scope, streets, types, weeklyHours, deskCount, notices, activeFrom, activeTo }
}
