/** The report's district: one federation, its sub-districts and communities, and an officer for each duty. */
import { type Account, foundDistrict, readablePassword } from '../first-start';
import type { Actor, Role } from '../kernel/actor';
import { labelOf, newId } from '../kernel/id';
import { Officer } from '../organization/officer.entity';
import { officerView } from '../organization/officer.view';
import { hashPassword } from '../organization/password';
import { audit } from '../outbox/announce';
import { inLanes, type Lane } from './lane';
import { BEGUN, NETWORK } from './mark';
import { nameOf, spellingOf, weightOf } from './people';
import { districtName, subdistricts } from './report';

/** A union and the officer who acts for it. */
export interface Place {
  readonly name: string;
  readonly unionId: string;
  readonly weight: number;
  readonly actor: Actor;
  readonly below: readonly Place[];
}

export interface DemoDistrict extends Place {
  readonly reviewer: Actor;
}

interface Post extends Account {
  /** Who he is when he acts. */
  readonly actor: Actor;
}

/** Long before the report's year, so that every union was there when its work was given out. */
const OPENED_ON = '2010-01-04';
const APPOINTED_ON = '2013-12-02';

const duties = {
  district: [
    ['admin', 'administrator'],
    ['reviewer', 'reviewer'],
    ['viewer', 'viewer'],
    ['system', 'system_administrator'],
    ['security', 'security_administrator'],
    ['audit', 'audit_administrator'],
  ],
  subdistrict: [['admin', 'administrator']],
  community: [['reporter', 'reporter']],
} as const satisfies Record<string, readonly (readonly [string, Role])[]>;

/** Founds the district, opens its unions and appoints its officers; answers them with their first passwords. */
export async function openDistrict(lane: Lane): Promise<{ district: DemoDistrict; accounts: Account[] }> {
  lane.begin();
  lane.moveTo(OPENED_ON);
  const founder = await lane.deeds.transaction(async (tx) => {
    const actor = await foundDistrict(tx, {
      name: districtName,
      openedOn: OPENED_ON,
      account: 'district.system',
      network: NETWORK,
    });
    await audit(tx, actor, BEGUN, actor.districtId);
    return actor;
  });
  const posts = postsOf(founder, districtName);
  const below: Place[] = [];
  for (const [no, { name, communities }] of subdistricts.entries()) {
    const street = await openUnion(lane, founder, founder, `0${no + 1}`, name, posts);
    const leaves: Place[] = [];
    for (const [each, community] of communities.entries()) {
      leaves.push(await openUnion(lane, founder, street.actor, `0${no + 1}0${each + 1}`, community, posts));
    }
    below.push({ ...street, below: leaves, weight: sumOf(leaves) });
  }
  lane.moveTo(APPOINTED_ON);
  await appoint(lane, founder, posts);
  const own = { name: districtName, unionId: founder.unionId, weight: sumOf(below), below };
  const district = { ...own, actor: actorOf(posts, 'district.admin'), reviewer: actorOf(posts, 'district.reviewer') };
  return { district, accounts: posts.map(({ actor: _, ...account }) => account) };
}

async function openUnion(
  lane: Lane,
  founder: Actor,
  above: Actor,
  code: string,
  name: string,
  posts: Post[],
): Promise<Place> {
  const { id, tier } = await lane.unions.open(founder, { parentId: above.unionId, code, name, openedOn: OPENED_ON });
  const [post] = postsOf({ ...founder, unionId: id, path: `${above.path}.${labelOf(id)}`, tier }, name);
  if (post === undefined) throw new Error(`${name} has no officer`);
  posts.push(post);
  return { name, unionId: id, weight: weightOf(name), actor: post.actor, below: [] };
}

/** Accounts such as district.admin, shatoujiao.admin and tianxin.reporter. */
function postsOf(base: Actor, union: string): Post[] {
  return duties[base.tier].map(([duty, role]) => {
    const account = `${spellingOf(union)}.${duty}`;
    const officerId = account === base.account ? base.officerId : newId();
    return { account, role, union, password: readablePassword(), actor: { ...base, officerId, account, role } };
  });
}

async function appoint(lane: Lane, founder: Actor, posts: readonly Post[]): Promise<void> {
  const hashes = new Map<string, string>();
  const hashers = [1, 2, 3, 4];
  await inLanes(
    hashers,
    posts,
    async (_, { account, password }) => void hashes.set(account, await hashPassword(password)),
  );
  await lane.deeds.transaction(async (tx) => {
    for (const [no, { account, role, actor }] of posts.entries()) {
      const { districtId, officerId: id, unionId } = actor;
      const officer = tx.create(Officer, {
        districtId,
        id,
        unionId,
        account,
        name: nameOf(no),
        role,
        passwordHash: hashes.get(account) ?? '',
        mustChangePassword: false,
        active: true,
        version: 1,
      });
      await tx.insert(Officer, officer);
      await audit(tx, founder, 'officer.created', id, { after: officerView(officer) });
    }
  });
}

function actorOf(posts: readonly Post[], account: string): Actor {
  const post = posts.find((each) => each.account === account);
  if (post === undefined) throw new Error(`There is no officer ${account}`);
  return post.actor;
}

function sumOf(all: readonly Place[]): number {
  return all.reduce((sum, { weight }) => sum + weight, 0);
}
