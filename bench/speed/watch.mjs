/** Consoles that listen to live changes: when each of them hears of a report. */
import { request } from 'node:http';

/** Opens a stream of live changes; `heard(reportId)` is called for each change that names a report. */
export function listen(url, token, heard) {
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/v1/platform/live`, {
      headers: { authorization: `Bearer ${token}` },
      agent: false,
    });
    call.once('error', reject);
    call.once('response', (answer) => {
      let left = '';
      let greeted = false;
      answer.setEncoding('utf8').on('data', (text) => {
        const messages = (left + text).split('\n\n');
        left = messages.pop() ?? '';
        for (const message of messages) {
          if (!greeted) {
            greeted = true;
            resolve(() => call.destroy());
          }
          const report = /"reportId":"([^"]+)"/.exec(message)?.[1];
          if (report !== undefined) heard(report);
        }
      });
      answer.once('error', () => undefined);
    });
    call.end();
  });
}

export function quantiles(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
