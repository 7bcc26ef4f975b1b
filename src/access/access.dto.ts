/** What sign-in and password changes take in. */
import { Text } from '../http/fields';

export class SignInDto {
  /** @example "haishan.admin" */
  @Text({ max: 100 }) account!: string;
  /** @example "Haishan-2026" */
  @Text({ max: 200 }) password!: string;
}

export class PasswordDto {
  /** @example "Haishan-2026" */
  @Text({ max: 200 }) currentPassword!: string;
  /** At least 10 characters of three kinds. @example "Haishan-2027" */
  @Text({ max: 200 }) password!: string;
}
