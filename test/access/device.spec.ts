/** The device of a session, from what browsers say of themselves. */
import { deviceOf } from '../../src/access/device';

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

it.each<[string, string | undefined, string | null]>([
  ['Chrome on an office computer', windows, 'Chrome 131 · Windows'],
  ['Edge, which says it is Chrome too', `${windows} Edg/131.0.2903.86`, 'Edge 131 · Windows'],
  [
    'WeCom on a phone',
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 wxwork/4.1 MicroMessenger/7.0',
    'WeCom 4 · Android',
  ],
  [
    'Safari on a phone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari 18 · iPhone',
  ],
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128 · Linux'],
  ['a program', 'curl/8.5.0', 'curl'],
  ['nothing', undefined, null],
  ['an empty line', '', null],
  ['markup', '<script>alert(1)</script>', null],
  ['a long lie', 'x'.repeat(5_000), null],
  ['an endless version', `Chrome/${'9'.repeat(900)} Windows`, 'Chrome 9999 · Windows'],
  ['bytes', '\u00ff\u00fe\u0000Windows', null],
])('%s', (_, said, device) => {
  expect(deviceOf(said)).toBe(device);
});
