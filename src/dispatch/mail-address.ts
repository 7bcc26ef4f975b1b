/** What a mail address looks like (邮件地址): plain enough for any mail system, and nothing that ends a header line. */
import { Refused } from '../kernel/errors';

const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** Errors: mail.address (422). */
export function checkMailAddress(address: string): void {
  if (address.length <= 254 && ADDRESS.test(address) && !/^\.|\.\.|\.@/.test(address)) return;
  throw new Refused(
    'mail.address',
    { zh: '应为邮件地址，例如 li@example.org。', en: 'It should be a mail address, such as li@example.org.' },
    'address',
  );
}

/** What others may see of it: l***@example.org. */
export function maskedAddress(address: string): string {
  return address.replace(/^(.)[^@]*/u, '$1***');
}
