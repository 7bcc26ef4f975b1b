/** What the settings say of safety (配置体检). Pure: what lies on the disk is handed in. */
import type { Config } from '../config';
import { finding, type Finding } from './finding';

/** What was seen in DATA_DIR. */
export interface DataDirSeen {
  /** Permissions of secrets.key, or null where there is none. */
  readonly keyMode: number | null;
  /** The first passwords still lie there. */
  readonly accounts: boolean;
}

const guessable = /^(.)\1*$|^(?:0123456789|abcdefghij|changeme|password|secret|sanji|test)/i;

export function checkConfiguration(config: Config, seen: DataDirSeen): Finding[] {
  const found: Finding[] = [];
  if (config.secretsKey !== undefined && isWeak(config.secretsKey))
    found.push(
      finding(
        'error',
        'configuration.weakSecretsKey',
        'SECRETS_KEY 过于简单，容易被猜中。',
        'SECRETS_KEY is easy to guess.',
        [
          '生成一个随机密钥（例如 openssl rand -hex 32），按运维手册的步骤更换，旧密钥放入 SECRETS_KEYS_OLD。',
          'Make a random one (openssl rand -hex 32), replace it as docs/operations.md says, and keep the old one in SECRETS_KEYS_OLD.',
        ],
      ),
    );
  if (config.secretsKey === undefined && seen.keyMode === null)
    found.push(
      finding(
        'note',
        'configuration.noSecretsKey',
        '未设置 SECRETS_KEY，首次使用时将在 DATA_DIR 中生成。',
        'There is no SECRETS_KEY: one is made in DATA_DIR at first use.',
        [
          '多台服务器运行时必须为各进程设置同一个 SECRETS_KEY。',
          'Where processes run on several machines, give all of them the same SECRETS_KEY.',
        ],
      ),
    );
  if (seen.keyMode !== null && (seen.keyMode & 0o077) !== 0)
    found.push(
      finding(
        'error',
        'configuration.openKeyFile',
        'secrets.key 可被其他用户读取。',
        'secrets.key can be read by other users.',
        [
          '执行 chmod 600 secrets.key；如怀疑泄露，请更换密钥。',
          'chmod 600 it; if somebody may have read it, replace the key.',
        ],
      ),
    );
  if (config.metricsToken !== undefined && isWeak(config.metricsToken))
    found.push(
      finding(
        'warning',
        'configuration.weakMetricsToken',
        'METRICS_TOKEN 过于简单，容易被猜中。',
        'METRICS_TOKEN is easy to guess.',
        ['换成随机值（例如 openssl rand -hex 24）。', 'Give a random one (openssl rand -hex 24).'],
      ),
    );
  if (!config.demo && seen.accounts)
    found.push(
      finding(
        'warning',
        'configuration.firstPasswords',
        '首次启动生成的账号密码文件 accounts.json 仍在 DATA_DIR 中。',
        'accounts.json with the first passwords still lies in DATA_DIR.',
        ['确认初始密码均已修改后删除该文件。', 'Remove it when all first passwords have been changed.'],
      ),
    );
  return [...found, ...checkDoor(config)];
}

/** How the world reaches it. */
function checkDoor(config: Config): Finding[] {
  const found: Finding[] = [];
  const loopback = /^(127\.|localhost$|::1$)/.test(config.host);
  if (config.publicUrl !== undefined && !config.trustProxy)
    found.push(
      finding(
        'warning',
        'configuration.proxyNotTrusted',
        '设置了 PUBLIC_URL 但 TRUST_PROXY 为 off：所有请求看起来都来自代理服务器，登录限速会互相影响。',
        'PUBLIC_URL is set but TRUST_PROXY is off: every call seems to come from the proxy, and failed sign-ins of one slow down all.',
        [
          '代理会写入 X-Forwarded-For 时设置 TRUST_PROXY=on。',
          'Set TRUST_PROXY=on where the proxy writes X-Forwarded-For.',
        ],
      ),
    );
  if (config.trustProxy && !loopback)
    found.push(
      finding(
        'note',
        'configuration.openBehindProxy',
        'TRUST_PROXY 为 on 且监听非本机地址：绕过代理的人可以伪造来源地址。',
        'TRUST_PROXY is on and it listens beyond this machine: whoever gets past the proxy can feign his address.',
        [
          '用防火墙或容器网络保证只有代理能访问该端口。',
          'See that only the proxy reaches the port, by firewall or container network.',
        ],
      ),
    );
  if (config.publicUrl?.startsWith('http://') === true)
    found.push(
      finding(
        'warning',
        'configuration.plainHttp',
        'PUBLIC_URL 为 http：密码与会话以明文传输。',
        'PUBLIC_URL is plain http: passwords and sessions travel readably.',
        ['在前置代理上启用 TLS 并改用 https 地址。', 'Put TLS on the proxy in front and use its https address.'],
      ),
    );
  if (config.demo && !loopback && config.publicUrl !== undefined)
    found.push(
      finding(
        'warning',
        'configuration.demoInPublic',
        'DEMO 为 on：空库会装入演示数据与演示账号。',
        'DEMO is on: an empty database is filled with the demo and its accounts.',
        ['正式使用时设置 DEMO=off。', 'Set DEMO=off for real use.'],
      ),
    );
  return found;
}

/** Few different characters, or what everybody tries first. */
const isWeak = (secret: string): boolean => new Set(secret).size < 8 || guessable.test(secret);
