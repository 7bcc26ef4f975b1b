/** The day on which a light turns by itself (转灯日), when nobody does anything. Pure. */
import { addDays, addMonths, daysBetween, monthOf } from './clock';
import { type Light, type LightGiven, judgeLight } from './light';
import { type LightRule, monthsIn } from './light-rule';

/**
 * The next day after today on which the light has another colour if nothing is done until then; null when it stays for
 * good. Without new work a light only gets worse, but for one that caught up: it gets better when its period ends.
 */
export function turnOf(given: LightGiven, rule: LightRule, today: string): string | null {
  const now = judgeLight(given, rule, today);
  if (now.reason === 'withdrawn' || now.reason === 'noTarget') return null;
  if (now.reason === 'parked' || now.reason === 'notBegun') {
    const wakes = given.parkedUntil ?? given.startOn;
    return wakes > given.startOn ? wakes : given.startOn;
  }
  if (now.reason === 'caughtUp') {
    const ends = addMonths(monthOf(today, monthsIn(rule.period)), monthsIn(rule.period));
    const unmarked = { ...given, redOn: null };
    const worse = firstWorse(unmarked, rule, today, 'red');
    if (worse !== null && worse <= ends) return worse;
    // by then it may lie behind again: yellow, only for another reason
    return judgeLight(unmarked, rule, ends).light === 'green' ? ends : worse;
  }
  if (now.reason === 'complete' || now.light === 'red') return null;
  return firstWorse(given, rule, today, now.light === 'green' ? 'yellow' : 'red');
}

const rank: Record<Light, number> = { green: 0, yellow: 1, red: 2 };

/** By halves: past its due day everything that is not complete is red. */
function firstWorse(given: LightGiven, rule: LightRule, today: string, least: Light): string | null {
  const isWorse = (days: number): boolean => {
    const { light } = judgeLight(given, rule, addDays(today, days));
    return light !== null && rank[light] >= rank[least];
  };
  let [low, high] = [0, Math.max(1, daysBetween(today, given.dueOn) + 1)];
  if (!isWorse(high)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isWorse(middle)) high = middle;
    else low = middle;
  }
  return addDays(today, high);
}
