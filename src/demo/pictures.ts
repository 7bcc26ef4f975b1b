/** The demo's pictures of the work (佐证图片): drawn, not photographed, so that nobody real is on them. */
const WIDTH = 960;
const HEIGHT = 720;

const palettes = [
  { wall: '#f3e9dc', floor: '#c9a27e', banner: '#b3261e', coats: ['#3f6ea5', '#6b8e5a', '#c77d3b', '#7a5c8e'] },
  { wall: '#e6eef5', floor: '#9fb1c1', banner: '#1f6f2e', coats: ['#b3261e', '#d48806', '#3f6ea5', '#595959'] },
  { wall: '#efe7f3', floor: '#b8a8c4', banner: '#c77d3b', coats: ['#1f6f2e', '#3f6ea5', '#a8071a', '#8c6d31'] },
] as const;
type Palette = (typeof palettes)[number];

const person = (x: number, y: number, size: number, coat: string): string =>
  `<g transform="translate(${x} ${y}) scale(${size})"><circle cx="0" cy="-58" r="24" fill="#e5b690"/>` +
  `<path d="M-24 -66 a24 24 0 0 1 48 0 l-4 -4 h-40 z" fill="#2b2b2b"/>` +
  `<path d="M-42 70 v-62 a42 40 0 0 1 84 0 v62 z" fill="${coat}"/></g>`;

const row = (palette: Palette, count: number, y: number, size: number): string =>
  Array.from({ length: count }, (_, index) => {
    const x = ((index + 0.5) * WIDTH) / count;
    return person(x, y, size, palette.coats[index % palette.coats.length] ?? palette.banner);
  }).join('');

const banner = ({ banner: fill }: Palette): string =>
  `<rect x="120" y="70" width="720" height="86" rx="4" fill="${fill}"/>` +
  `<rect x="170" y="104" width="620" height="18" rx="9" fill="#fff" opacity="0.85"/>`;

/** A meeting, a lesson, a visit, a signature. */
const scenes: readonly ((palette: Palette) => string)[] = [
  (palette) => banner(palette) + row(palette, 5, 400, 1.2) + row(palette, 6, 620, 1.6),
  (palette) =>
    `<rect x="180" y="80" width="600" height="260" fill="#24503a" stroke="#8b6b42" stroke-width="14"/>` +
    `<path d="M230 150 h320 M230 200 h440 M230 250 h260" stroke="#fff" stroke-width="10" opacity="0.8"/>` +
    person(820, 380, 1.4, palette.banner) +
    row(palette, 5, 640, 1.5),
  (palette) =>
    person(330, 470, 2.2, palette.coats[0]) +
    person(640, 470, 2.2, palette.coats[2]) +
    `<rect x="420" y="470" width="130" height="110" fill="${palette.banner}"/>` +
    `<path d="M485 470 v110 M420 515 h130" stroke="#ffd666" stroke-width="12"/>`,
  (palette) =>
    banner(palette) +
    person(300, 430, 1.8, palette.coats[1]) +
    person(660, 430, 1.8, palette.coats[3]) +
    `<rect x="140" y="520" width="680" height="60" fill="#7d5a3c"/>` +
    `<rect x="270" y="490" width="120" height="34" fill="#fff"/><rect x="570" y="490" width="120" height="34" fill="#fff"/>`,
];

const drawn = new Map<number, Promise<Buffer>>();

/** One of a dozen pictures, JPEG; the same number gives the same picture. */
export function pictureOf(no: number): Promise<Buffer> {
  const which = no % (scenes.length * palettes.length);
  const known = drawn.get(which);
  if (known !== undefined) return known;
  const picture = draw(which);
  drawn.set(which, picture);
  return picture;
}

async function draw(which: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const palette = palettes[Math.floor(which / scenes.length)] ?? palettes[0];
  const scene = scenes[which % scenes.length] ?? scenes[0];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.wall}"/>` +
    `<rect y="560" width="${WIDTH}" height="160" fill="${palette.floor}"/>${scene?.(palette) ?? ''}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer();
}
