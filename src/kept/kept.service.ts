/** What has been answered, and whether it still holds: one for the whole process. */
import { Inject, Injectable } from '@nestjs/common';
import { gathered } from '../kernel/gathered';
import { HotReads } from '../kernel/hot-reads';
import { versions } from './board-version';
import { KeptPages } from './kept-pages';

export interface Standing {
  /** Null where nothing was ever told of the district. */
  readonly version: string | null;
  readonly asOf: Date;
  /** Something was done in the district that its boards do not show yet, or never will. */
  readonly underWay: boolean;
}

@Injectable()
export class Kept {
  readonly pages = new KeptPages();
  /** How things stand with a district; who asks at the same time is answered by one statement. */
  readonly standing = gathered<string, Standing>((districts) => this.standingOf(districts));

  constructor(@Inject(HotReads) private readonly reads: HotReads) {}

  private async standingOf(districts: readonly string[]): Promise<Standing[]> {
    const rows: (Standing & { districtId: string })[] = await this.reads.ask(versions, [[...new Set(districts)]]);
    const byDistrict = new Map(rows.map((row) => [row.districtId, row]));
    return districts.map((district) => byDistrict.get(district) as Standing);
  }
}
