/** The language of an answer: Chinese unless Accept-Language prefers English. */

export type Language = 'zh' | 'en';

interface Preference {
  readonly language: Language;
  readonly weight: number;
}

export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'zh';
  let best: Preference = { language: 'zh', weight: 0 };
  for (const part of acceptLanguage.slice(0, 500).split(',')) {
    const preference = preferenceOf(part);
    if (preference !== undefined && preference.weight > best.weight) best = preference;
  }
  return best.language;
}

function preferenceOf(part: string): Preference | undefined {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const language = range === '*' ? 'zh' : range.split('-')[0];
  if (language !== 'zh' && language !== 'en') return undefined;
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? { language, weight } : undefined;
}
