/**
 * To be selected in a transaction whose commit need not reach the disk before it is answered: what it writes is made or handed
 * out again after a crash, and whatever is committed after it brings it to the disk, too.
 */
export const laterOnDisk = `set_config('synchronous_commit', 'off', true)`;
