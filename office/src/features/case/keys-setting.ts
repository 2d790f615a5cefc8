const NAME = 'office-case-keys'

/** Whether single keys act on this computer; they do until switched off. */
export function areKeysOn(storage: Pick<Storage, 'getItem'>): boolean {
  return storage.getItem(NAME) !== 'off'
}

/** Remembers the choice on this computer. */
export function setKeysOn(storage: Pick<Storage, 'setItem'>, isOn: boolean): void {
  storage.setItem(NAME, isOn ? 'on' : 'off')
}
