/** Pictures for evidence, made rather than kept: a plain colour, with its size and turn as asked. */
import sharp from 'sharp';

interface Asked {
  width?: number;
  height?: number;
  /** EXIF orientation, as phones write it. */
  orientation?: number;
  colour?: string;
}

export function picture({
  width = 640,
  height = 480,
  orientation = 1,
  colour = '#b3261e',
}: Asked = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}
