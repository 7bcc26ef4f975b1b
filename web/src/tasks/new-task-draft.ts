/** A new task as it is typed, kept on this computer until it is created or cleared. */
const keyOf = (officerId: string): string => `sanji.newTask.${officerId}`;

export function keepNewTask(officerId: string, typed: object): void {
  localStorage.setItem(keyOf(officerId), JSON.stringify(typed));
}

export function forgetNewTask(officerId: string): void {
  localStorage.removeItem(keyOf(officerId));
}

export function keptNewTask(officerId: string): object | undefined {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(keyOf(officerId)) ?? 'null');
    return typeof known === 'object' && known !== null ? known : undefined;
  } catch {
    // not written by us: nothing to restore
    return undefined;
  }
}
