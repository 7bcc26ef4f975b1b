/** The device of a session, as a person knows it again: browser and system, from what the browser says of itself. */
const browsers: readonly [RegExp, string][] = [
  [/wxwork\/(\d+)/i, 'WeCom'],
  [/MicroMessenger\/(\d+)/, 'WeChat'],
  [/DingTalk\/(\d+)/, 'DingTalk'],
  [/Lark\/(\d+)/, 'Lark'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/QQBrowser\/(\d+)/, 'QQBrowser'],
  [/UCBrowser\/(\d+)/, 'UCBrowser'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** At most 60 plain characters, such as "Chrome 131 · Windows" or "curl"; null where nothing is said. */
export function deviceOf(userAgent: string | undefined): string | null {
  const said = (userAgent ?? '').slice(0, 1000);
  const browser = nameOf(browsers, said) ?? /^[\w.-]{1,40}(?=\/|\s|$)/.exec(said)?.[0];
  if (browser === undefined) return null;
  const system = nameOf(systems, said);
  return system === undefined ? browser : `${browser} · ${system}`;
}

function nameOf(names: readonly [RegExp, string][], said: string): string | undefined {
  for (const [pattern, name] of names) {
    const found = pattern.exec(said);
    if (found !== null) return [name, found[1]?.slice(0, 4)].filter((part) => part !== undefined).join(' ');
  }
  return undefined;
}
