/** Whose secrets are sealed anew after a key was replaced (重新密封), by explicit list; personal data has a clock of its own. */
import { robotSecrets, type SealedTable } from './dispatch/secret-reseal';
import { webhookSecrets } from './webhook/endpoint-reseal';

export const sealedTables: readonly SealedTable[] = [robotSecrets, webhookSecrets];
