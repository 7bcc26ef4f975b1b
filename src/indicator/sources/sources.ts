/** All sources (数据来源): questions sorted by source, one statement each. */
import type { EntityManager } from 'typeorm';
import type { Asked } from './asked';
import { externalSource } from './external';
import { formSource } from './form';
import { ledgerSource } from './ledger';
import { registerSource } from './register';
import type { Answer, Around, Item, Page, Question } from './source';
import { tasksSource } from './tasks';

/** Answers in the order of the questions. */
export async function answersTo(
  tx: EntityManager,
  around: Around,
  questions: readonly Question[],
): Promise<readonly Answer[]> {
  const answers = new Map<Question, Answer>();
  const put = <A extends Asked>(asks: readonly Question<A>[], given: readonly Answer[]): void =>
    asks.forEach((question, no) => answers.set(question, given[no] ?? new Map()));
  const [ledgers, register, tasks, forms, external] = [
    questions.filter(isOf('ledger')),
    questions.filter(isOf('register')),
    questions.filter(isOf('tasks')),
    questions.filter(isOf('form')),
    questions.filter(isOf('external')),
  ];
  put(ledgers, await ledgerSource.answers(tx, around, ledgers));
  put(register, await registerSource.answers(tx, around, register));
  put(tasks, await tasksSource.answers(tx, around, tasks));
  put(forms, await formSource.answers(tx, around, forms));
  put(external, await externalSource.answers(tx, around, external));
  return questions.map((question) => answers.get(question) ?? new Map());
}

/** What stands behind one answer. */
export function itemsOf(tx: EntityManager, around: Around, question: Question, page: Page): Promise<Item[]> {
  if (isOf('ledger')(question)) return ledgerSource.items(tx, around, question, page);
  if (isOf('register')(question)) return registerSource.items(tx, around, question, page);
  if (isOf('tasks')(question)) return tasksSource.items(tx, around, question, page);
  if (isOf('form')(question)) return formSource.items(tx, around, question, page);
  if (isOf('external')(question)) return externalSource.items(tx, around, question, page);
  throw new Error(`No source answers ${question.asked.source}.`);
}

export const isOf =
  <S extends Asked['source']>(source: S) =>
  (question: Question): question is Question<Extract<Asked, { source: S }>> =>
    question.asked.source === source;
