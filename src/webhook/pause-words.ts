/** How it is said that an endpoint rests (暂停推送). Pure. */
import type { Words } from '../kernel/errors';
import type { Rest } from './webhook-endpoint.entity';

/** The host alone: what stands behind it may be a key. */
export function pauseWords(pause: Rest, url: string): Words {
  const { host } = new URL(url);
  return pause === 'gone'
    ? {
        zh: `接口推送已暂停：${host} 答复该地址已停用（410）。未送达的事件保留 30 天，改好地址后请在“接口推送”中恢复。`,
        en: `Webhooks are paused: ${host} says the address is gone (410). Events that wait are kept for 30 days; correct the address and resume it under “Webhooks”.`,
      }
    : {
        zh: `接口推送已暂停：向 ${host} 推送连续三天失败。未送达的事件保留 30 天，修复后请在“接口推送”中恢复。`,
        en: `Webhooks are paused: deliveries to ${host} have failed for three days. Events that wait are kept for 30 days; mend it and resume it under “Webhooks”.`,
      };
}
