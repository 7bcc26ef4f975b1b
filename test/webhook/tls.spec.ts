/**
 * Receivers by https (推送到 https): whom a call trusts and where it goes. What Node trusts is settled when a process begins,
 * so each call is made by a process of its own. The certificates in `tls/` are for this test alone and end in 2126.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { ModuleKind, transpileModule } from 'typescript';

const AUTHORITY = join(__dirname, 'tls/ca.pem');
const HOST = 'hooks.district.example';
const folder = mkdtempSync(join(tmpdir(), 'tls-'));
const caller = join(folder, 'post.cjs');
/** Which name each call that arrived asked for. */
const asked: (string | false | null)[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  const source = readFileSync(join(__dirname, '../../src/webhook/post.http.ts'), 'utf8');
  const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS } });
  const call = `post(new URL(process.argv[2]), JSON.parse(process.argv[3]), {}, '{}').then(
    ({ status }) => console.log(status), (error) => console.log(error.code));`;
  writeFileSync(caller, `${outputText}\n${call}`);
  const [key, cert] = ['server.key', 'server.pem'].map((name) => readFileSync(join(__dirname, 'tls', name)));
  server = createServer({ key, cert }, ({ socket }, response) => {
    asked.push(socket instanceof TLSSocket ? (socket as TLSSocket & { servername: string | false }).servername : null);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
beforeEach(() => void asked.splice(0));
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** What came of a call: the status, or the code of its failure. */
function called(url: string, addresses: readonly string[], authority = AUTHORITY): Promise<string> {
  const env = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: authority };
  return new Promise((resolve, reject) =>
    execFile(process.execPath, [caller, url, JSON.stringify(addresses)], { env }, (error, said) =>
      error === null ? resolve(said.trim()) : reject(error),
    ),
  );
}

const HERE = ['127.0.0.1'];

it("a receiver whose certificate the district's own authority has signed is called, by its name at the checked address", async () => {
  // the name is in no register of the world: where it goes is settled by the address that was checked, and by it alone
  expect(await called(`https://${HOST}:${port}/hook`, HERE)).toBe('204');
  expect(asked).toEqual([HOST]);
});

it.each([
  ['another name than that of its certificate', 'https://other.district.example', HERE, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['its address instead of its name', 'https://127.0.0.1', HERE, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['its name at another address than was checked', `https://${HOST}`, ['127.0.0.2'], 'ECONNREFUSED'],
])('called by %s, it hears nothing', async (_, origin, addresses, code) => {
  expect(await called(`${origin}:${port}/`, addresses)).toBe(code);
  expect(asked).toEqual([]);
});

it('without that authority nothing is sent', async () => {
  expect(await called(`https://${HOST}:${port}/`, HERE, '')).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  expect(asked).toEqual([]);
});
