const NAME = 'office-case-keys'

/** Whether single keys act on this computer; they do until switched off. */
export function areKeysOn(storage: Pick<Storage, 'getItem'>): boolean {
  return storage.getItem(NAME) !== 'off'
}

/** Remembers the choice on this computer. */
export function setKeysOn(storage: Pick<Storage, 'setItem'>, isOn: boolean): void {
  storage.setItem(NAME, isOn ? 'on' : 'off')
}

const HOSPITAL = 'office-desk-hospital'

/** Hospital of the case before on this computer; empty at first. A desk sees the same few hospitals all day. */
export function lastHospital(storage: Pick<Storage, 'getItem'>): string {
  return storage.getItem(HOSPITAL) ?? ''
}

/** Remembers the hospital for the next case. */
export function keepHospital(storage: Pick<Storage, 'setItem'>, hospital: string): void {
  storage.setItem(HOSPITAL, hospital)
}
